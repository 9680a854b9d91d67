package io.github.flexalerts.testkit;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.testkit.internal.fault.Arguments;
import io.github.flexalerts.testkit.internal.fault.FaultAction;
import io.github.flexalerts.testkit.internal.fault.FaultKind;
import io.github.flexalerts.testkit.internal.fault.MaxInFlight;
import io.github.flexalerts.testkit.internal.fault.StatusScript;
import io.github.flexalerts.testkit.internal.fault.StatusScript.Body;
import io.github.flexalerts.testkit.internal.http.Answer;
import io.github.flexalerts.testkit.internal.http.Exchange;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Faults that answer in place of the service. The service never sees the request, so nothing is created or changed. */
public final class StatusFaults {

    /** Stands in a schedule for a request that the service answers itself. */
    public static final int PASS = 0;

    static final List<FaultKind<Fault>> KINDS = List.of(
            new FaultKind<>(
                    "status",
                    "CODE[,CODE...][,body=json|html|none][,retry-after=VALUE]",
                    "Answers with the statuses in turn, again and again, without calling the service;"
                            + " ok lets a request pass, and retry-after takes the rest of the line.",
                    argument -> script(StatusScript.parse(argument))),
            new FaultKind<>(
                    "html",
                    "[STATUS]",
                    "Answers with an HTML error page, as a proxy would; status 502 by default.",
                    argument -> html(Arguments.positive(Arguments.orElse(argument, "502")))),
            new FaultKind<>(
                    "redirect",
                    "[URL]",
                    "Answers 302 with this Location; https://evil.example/ by default.",
                    argument -> redirect(Arguments.orElse(argument, "https://evil.example/"))),
            new FaultKind<>(
                    "max-in-flight",
                    "N[,retry-after=VALUE]",
                    "Answers 429 while N other requests are in flight.",
                    argument -> new Fault(MaxInFlight.parse(argument))));

    private StatusFaults() {}

    /**
     * Answers with a status and Twilio's JSON for errors.
     *
     * @throws IllegalArgumentException if the status is not between 200 and 599
     */
    public static Fault status(int status) {
        return schedule(status);
    }

    /**
     * Answers with these statuses in turn and from the start again after the last, {@link #PASS} standing for a
     * request that the service answers itself. With JSON like {@link #status(int)}.
     */
    public static Fault schedule(int... statuses) {
        return script(new StatusScript(Arrays.stream(statuses).boxed().toList(), Body.JSON, null));
    }

    /**
     * Answers with a status and a {@code Retry-After} header.
     *
     * @param retryAfter the value as it is sent: seconds, an HTTP date, or nonsense
     */
    public static Fault retryAfter(int status, String retryAfter) {
        return script(new StatusScript(List.of(status), Body.JSON, requireNonNull(retryAfter, "retryAfter")));
    }

    /** Answers with a status and no body. */
    public static Fault bare(int status) {
        return script(new StatusScript(List.of(status), Body.NONE, null));
    }

    /** Answers with a status and an HTML error page, as a proxy would. */
    public static Fault html(int status) {
        StatusScript script = new StatusScript(List.of(status), Body.HTML, null);
        return Fault.of("html", Integer.toString(status), script);
    }

    /**
     * Answers with a scripted answer, sent unchanged. This fault is no part of the catalogue and has no textual
     * form; combined with {@link Fault#onRequest(int)} it scripts the n-th request.
     */
    public static Fault raw(RawAnswer raw) {
        requireNonNull(raw, "raw");
        return Fault.of("raw", "", new FaultAction() {
            @Override
            public Answer before(Exchange exchange, long firing) {
                return Answer.NONE;
            }

            @Override
            public Answer change(Answer answer) {
                return raw.answer();
            }
        });
    }

    /** Answers 302 and names another place. */
    public static Fault redirect(String location) {
        requireNonNull(location, "location");
        return Fault.of("redirect", location, (FaultAction.InPlace)
                (exchange, firing) -> Answer.of(302).header("Location", location));
    }

    /** Answers 429 while {@code n} other requests that this fault let pass are in flight. */
    public static Fault maxInFlight(int n) {
        return new Fault(MaxInFlight.fault(n, null));
    }

    /** Answers 429 with a {@code Retry-After} header while {@code n} other requests are in flight. */
    public static Fault maxInFlight(int n, @Nullable String retryAfter) {
        return new Fault(MaxInFlight.fault(n, retryAfter));
    }

    private static Fault script(StatusScript script) {
        return Fault.of("status", script.text(), script);
    }
}

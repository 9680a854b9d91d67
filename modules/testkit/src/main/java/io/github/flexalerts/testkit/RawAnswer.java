package io.github.flexalerts.testkit;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.testkit.internal.fault.StatusScript;
import io.github.flexalerts.testkit.internal.http.Answer;
import io.github.flexalerts.testkit.internal.http.Payload;

/**
 * An answer that is sent unchanged. The service adds only the length of the body.
 *
 * <pre>{@code
 * flex.respond(RawAnswer.of(503).header("Retry-After", "1").body("<h1>Busy</h1>"));
 * }</pre>
 */
public final class RawAnswer {

    private final Answer answer;

    private RawAnswer(Answer answer) {
        this.answer = answer;
    }

    /**
     * Returns an answer with this status, no headers and no body.
     *
     * @throws IllegalArgumentException if the status is not between 200 and 599
     */
    public static RawAnswer of(int status) {
        return new RawAnswer(Answer.of(StatusScript.checked(status)));
    }

    /** Returns an answer with status 200 and this JSON, well-formed or not. */
    public static RawAnswer json(String body) {
        return of(200).header("Content-Type", "application/json").body(body);
    }

    /** Returns this answer with a header, which replaces one of the same name. */
    public RawAnswer header(String name, String value) {
        return new RawAnswer(answer.header(requireNonNull(name, "name"), requireNonNull(value, "value")));
    }

    /** Returns this answer with this text as its body, in UTF-8. */
    public RawAnswer body(String body) {
        return new RawAnswer(answer.payload(Payload.of(requireNonNull(body, "body"))));
    }

    /** Returns this answer with these bytes as its body. */
    public RawAnswer body(byte[] body) {
        return new RawAnswer(answer.payload(Payload.of(body.clone())));
    }

    Answer answer() {
        return answer;
    }

    /** Returns the status and the length of the body. */
    @Override
    public String toString() {
        return "RawAnswer[" + answer.status() + ", " + answer.payload().length() + " bytes]";
    }
}

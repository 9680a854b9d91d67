package io.github.flexalerts.testkit.internal.fault;

import io.github.flexalerts.testkit.StatusFaults;
import io.github.flexalerts.testkit.internal.http.Answer;
import io.github.flexalerts.testkit.internal.http.Exchange;
import io.github.flexalerts.testkit.internal.http.Json;
import io.github.flexalerts.testkit.internal.http.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Statuses in turn: the first time the first one, and from the start again after the last.
 *
 * @param codes the statuses, {@link StatusFaults#PASS} for a request that the service answers itself
 * @param body what comes with them
 * @param retryAfter the header's value, whatever it says
 */
public record StatusScript(
        List<Integer> codes, Body body, @Nullable String retryAfter) implements FaultAction {

    private static final String RETRY_AFTER = "retry-after=";

    private static final Map<Integer, Integer> TWILIO_CODES =
            Map.of(400, 20001, 401, 20003, 403, 20403, 404, 20404, 409, 20409, 429, 20429);

    /** What comes with a status. */
    public enum Body {
        JSON,
        HTML,
        NONE;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public StatusScript {
        codes = List.copyOf(codes);
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("at least one status is needed");
        }
        codes.stream().filter(code -> code != StatusFaults.PASS).forEach(StatusScript::checked);
    }

    public static StatusScript parse(String text) {
        int split = text.indexOf("," + RETRY_AFTER);
        String retryAfter = split < 0 ? null : text.substring(split + 1 + RETRY_AFTER.length());
        List<Integer> codes = new ArrayList<>();
        Body body = Body.JSON;
        for (String item : (split < 0 ? text : text.substring(0, split)).split(",", -1)) {
            if (item.startsWith("body=")) {
                body = body(item.substring("body=".length()));
            } else {
                codes.add(item.equals("ok") ? StatusFaults.PASS : Arguments.positive(item));
            }
        }
        return new StatusScript(codes, body, retryAfter);
    }

    private static Body body(String name) {
        for (Body body : Body.values()) {
            if (body.text().equals(name)) {
                return body;
            }
        }
        throw new IllegalArgumentException("body must be json, html or none, was " + name);
    }

    @Override
    public @Nullable Answer before(Exchange exchange, long firing) {
        int code = codes.get((int) ((firing - 1) % codes.size()));
        if (code == StatusFaults.PASS) {
            return null;
        }
        Answer answer = switch (body) {
            case JSON -> error(code);
            case HTML -> html(code);
            case NONE -> Answer.of(code);
        };
        return retryAfter == null ? answer : answer.header("Retry-After", retryAfter);
    }

    /** An error in Twilio's format; an unknown code is left out, as the documentation allows. */
    static Answer error(int status) {
        Integer code = TWILIO_CODES.get(status);
        String message = "Injected fault: status " + status;
        return code == null
                ? Answer.json(status, Json.object().put("message", message).put("status", status))
                : Answer.error(status, code, message);
    }

    private static Answer html(int status) {
        return Answer.of(status)
                .header("Content-Type", "text/html; charset=utf-8")
                .payload(Payload.of("<!DOCTYPE html><html><head><title>" + status
                        + "</title></head><body><h1>The page cannot be shown</h1><hr>proxy</body></html>"));
    }

    public String text() {
        String statuses = codes.stream()
                .map(code -> code == StatusFaults.PASS ? "ok" : code.toString())
                .collect(Collectors.joining(","));
        return statuses
                + (body == Body.JSON ? "" : ",body=" + body.text())
                + (retryAfter == null ? "" : "," + RETRY_AFTER + retryAfter);
    }

    public static int checked(int status) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("a status must be between 200 and 599, was " + status);
        }
        return status;
    }
}

package io.github.flexalerts.testkit;

import io.github.flexalerts.testkit.internal.http.Json;
import io.github.flexalerts.testkit.internal.http.Query;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request that the service received, and what became of it so far.
 *
 * @param number its place among all requests since the start or the last {@link FakeFlex#clearRequests()}, from 1
 * @param method the HTTP method
 * @param target path and query byte for byte as they stood on the request line
 * @param headers the values by header name; names are found without regard to case
 * @param body the body as UTF-8 text, empty when there was none
 * @param arrival when the request had been read to its end, by the service's clock
 * @param operation what was asked for, under the names of {@link Fault#on(String...)}, as in {@code rules.create}, or
 *     null when the path and method are none of these
 * @param authorized whether it came with the right credentials
 * @param status the status answered, or 0 when there is no answer yet or never will be
 * @param faults the names of the faults that befell it
 */
public record ReceivedRequest(
        long number,
        String method,
        String target,
        Map<String, List<String>> headers,
        String body,
        Instant arrival,
        @Nullable String operation,
        boolean authorized,
        int status,
        List<String> faults) {

    /** Copies the collections. */
    public ReceivedRequest {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        headers = Collections.unmodifiableMap(copy);
        faults = List.copyOf(faults);
    }

    /** Returns the target without its query, byte for byte. */
    public String path() {
        int mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }

    /** Returns the decoded values of a query parameter in the order in which they came, none when it is absent. */
    public List<String> query(String name) {
        return Query.of(target).all(name);
    }

    /** Returns the first value of a header, or null when it is absent. */
    public @Nullable String header(String name) {
        List<String> values = headers.get(name);
        return values == null ? null : values.get(0);
    }

    /**
     * Returns the body as a JSON object.
     *
     * @throws IllegalArgumentException if it is none
     */
    public Map<String, @Nullable Object> json() {
        return Json.toMap(Json.parseObject(body));
    }

    /** Returns number, method, target and status; credentials and bodies stay out of it. */
    @Override
    public String toString() {
        return "#" + number + " " + method + " " + target + " -> " + status + (faults.isEmpty() ? "" : " " + faults);
    }
}

package io.github.flexalerts.testkit.internal.http;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One request, read to its end.
 *
 * @param number its place among the requests received, from 1
 * @param target path and query as they stood on the request line
 * @param headers by name, without regard to case
 * @param onConnection its place among the requests of its connection, from 1
 */
public record Exchange(
        long number,
        String method,
        String target,
        Map<String, List<String>> headers,
        String body,
        Instant arrival,
        int onConnection,
        Route route) {

    public String path() {
        int mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }

    /** The text behind the question mark, unchanged. */
    public String query() {
        int mark = target.indexOf('?');
        return mark < 0 ? "" : target.substring(mark + 1);
    }

    /** The same request with another query. */
    public Exchange withQuery(String query) {
        return new Exchange(number, method, path() + "?" + query, headers, body, arrival, onConnection, route);
    }

    /** The content type without its parameters, in lower case. */
    public String contentType() {
        return header("Content-Type").toLowerCase(Locale.ROOT).split(";", 2)[0].trim();
    }

    public String header(String name) {
        return String.join(",", headers.getOrDefault(name, List.of()));
    }
}

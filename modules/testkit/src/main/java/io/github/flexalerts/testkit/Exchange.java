package io.github.flexalerts.testkit;

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
record Exchange(
        long number,
        String method,
        String target,
        Map<String, List<String>> headers,
        String body,
        Instant arrival,
        int onConnection,
        Route route) {

    String path() {
        int mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }

    /** What stands behind the question mark, as it came. */
    String query() {
        int mark = target.indexOf('?');
        return mark < 0 ? "" : target.substring(mark + 1);
    }

    /** The same request with another query. */
    Exchange withQuery(String query) {
        return new Exchange(number, method, path() + "?" + query, headers, body, arrival, onConnection, route);
    }

    /** The content type without its parameters, in lower case. */
    String contentType() {
        return header("Content-Type").toLowerCase(Locale.ROOT).split(";", 2)[0].trim();
    }

    String header(String name) {
        return String.join(",", headers.getOrDefault(name, List.of()));
    }
}

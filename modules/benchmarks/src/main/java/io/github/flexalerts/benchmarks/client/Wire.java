package io.github.flexalerts.benchmarks.client;

import io.github.flexalerts.benchmarks.server.Listing;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What all clients send alike. */
final class Wire {
    static final String USER = "SK00000000000000000000000000000001";
    static final String SECRET = "benchmark-secret";
    static final String AUTHORIZATION =
            "Basic " + Base64.getEncoder().encodeToString((USER + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
    static final String JSON = "application/json";

    private static final int RULES = 10_000;
    private static final String[] SIDS =
            IntStream.range(0, RULES).mapToObj("QY%032x"::formatted).toArray(String[]::new);

    private Wire() {}

    /** Returns the SID of the i-th rule; made before, since to format it costs a tenth of a fetch. */
    static String sid(int i) {
        return SIDS[i % RULES];
    }

    /** Returns path and query of a next-page link, which names the host of the documentation; null at the end. */
    static @Nullable String target(@Nullable String nextPageUrl) {
        return nextPageUrl == null ? null : nextPageUrl.substring(Listing.LINK_ORIGIN.length());
    }
}

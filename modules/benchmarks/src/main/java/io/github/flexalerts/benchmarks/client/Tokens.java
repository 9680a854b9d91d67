package io.github.flexalerts.benchmarks.client;

import tools.jackson.core.JsonParser;

/** The bare token loop of Jackson's pull parser: the bound of whoever reads JSON with it. */
public final class Tokens {
    private Tokens() {}

    /**
     * Counts the tokens of a text.
     *
     * @param json JSON in UTF-8
     * @return the number
     */
    public static int count(byte[] json) {
        int tokens = 0;
        try (JsonParser parser = Rows.MAPPER.createParser(json)) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }
}

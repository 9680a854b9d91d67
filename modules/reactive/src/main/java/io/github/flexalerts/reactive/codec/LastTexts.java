package io.github.flexalerts.reactive.codec;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * The last text of each field that repeats, so that what rule after rule says, as the SID of the account, is one object. Of
 * one page, so of one thread at a time.
 */
final class LastTexts {
    final Last account = new Last();
    final Last instance = new Last();
    final Last metric = new Last();
    final Last channel = new Last();
    final Last methods = new Last();
    final Last severity = new Last();
    final Last thresholdType = new Last();
    final Last thresholdOperator = new Last();

    /** The last text of one field, and what was made of it. */
    static final class Last {
        private @Nullable String text;
        private @Nullable Object value;

        /** Returns the text at the parser's current token. */
        String read(JsonParser parser) {
            if (text == null || !equals(text, parser)) {
                text = parser.getString();
                value = null;
            }
            return text;
        }

        /** Returns what is made of the text at the parser's current token; {@code make} is the same each time. */
        @SuppressWarnings("unchecked")
        <T> T read(JsonParser parser, Function<String, T> make) {
            String read = read(parser);
            if (value == null) {
                value = make.apply(read);
            }
            return (T) value;
        }

        private static boolean equals(String text, JsonParser parser) {
            int length = parser.getStringLength();
            if (length != text.length()) {
                return false;
            }
            char[] characters = parser.getStringCharacters();
            int offset = parser.getStringOffset();
            for (int i = 0; i < length; i++) {
                if (characters[offset + i] != text.charAt(i)) {
                    return false;
                }
            }
            return true;
        }
    }
}

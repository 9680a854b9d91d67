package io.github.flexalerts.cli.input;

import io.github.flexalerts.cli.io.InputException;
import io.github.flexalerts.cli.io.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * Takes rules from a JSON array of any length. The array is copied to a temporary file that only its owner can read, and is
 * read twice: the first time checks the syntax of the whole array, so nothing of a broken array is sent.
 */
final class ArrayReader implements RuleSource.RuleReader {
    private final String name;
    private final TemporaryCopy copy;
    private final JsonParser parser;

    ArrayReader(String name, InputStream in) throws IOException {
        this.name = name;
        this.copy = TemporaryCopy.of(in, ".json");
        try {
            checkSyntax();
            this.parser = open();
            parser.nextToken();
        } catch (IOException | RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    @Override
    public @Nullable RuleInput next() {
        if (parser.nextToken() == JsonToken.END_ARRAY) {
            return null;
        }
        long line = parser.currentTokenLocation().getLineNr();
        return RuleInput.of(line, JsonText.compact(parser));
    }

    /** Returns the copy, which close deletes. */
    Path copy() {
        return copy.file();
    }

    @Override
    public void close() throws IOException {
        parser.close();
        copy.close();
    }

    private void checkSyntax() throws IOException {
        int element = 0;
        try (JsonParser checked = open()) {
            checked.nextToken();
            for (element = 1; checked.nextToken() != JsonToken.END_ARRAY; element++) {
                if (checked.currentToken() == null) {
                    throw broken(element, checked.currentLocation().getLineNr(), "the array does not end");
                }
                checked.skipChildren();
            }
            if (checked.nextToken() != null) {
                throw new InputException(name + ": more follows the end of the array; nothing was sent");
            }
        } catch (JacksonException e) {
            throw broken(element, e.getLocation() == null ? 1 : e.getLocation().getLineNr(), "not valid JSON");
        }
    }

    private InputException broken(int element, long line, String what) {
        return new InputException(
                name + " element " + element + " (line " + line + "): " + what + "; nothing was sent");
    }

    private JsonParser open() throws IOException {
        return JsonText.FACTORY.createParser(ObjectReadContext.empty(), copy.open());
    }
}

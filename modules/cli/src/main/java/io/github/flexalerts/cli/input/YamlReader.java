package io.github.flexalerts.cli.input;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes rules from YAML of any length: each document is a rule or a list of rules. The input is copied and read twice: the
 * first time checks the syntax of every document, so nothing of broken YAML is sent.
 */
final class YamlReader implements RuleSource.RuleReader {
    private final TemporaryCopy copy;
    private final YamlDocuments documents;

    YamlReader(String name, InputStream in) throws IOException {
        this.copy = TemporaryCopy.of(in, ".yaml");
        try {
            checkSyntax(name);
            this.documents = new YamlDocuments(name, copy.open());
        } catch (IOException | RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    @Override
    public @Nullable RuleInput next() throws IOException {
        YamlText.Piece piece = documents.next();
        return piece == null ? null : RuleInput.of(piece.line(), piece.json());
    }

    @Override
    public void close() throws IOException {
        documents.close();
        copy.close();
    }

    private void checkSyntax(String name) throws IOException {
        try (YamlDocuments checked = new YamlDocuments(name, copy.open())) {
            while (checked.next() != null) {
                // Only the syntax is checked.
            }
        }
    }
}

package io.github.flexalerts.cli.input;

import io.github.flexalerts.cli.io.JsonText;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/** Reads rules that span several lines. After broken JSON it stops, because the start of the next rule is unknown. */
final class DocumentReader implements RuleSource.RuleReader {
    private final JsonParser parser;
    private final long linesBefore;
    private boolean broken;

    DocumentReader(InputStream in, long linesBefore) {
        this.parser = JsonText.FACTORY.createParser(ObjectReadContext.empty(), in);
        this.linesBefore = linesBefore;
    }

    @Override
    public @Nullable RuleInput next() {
        if (broken) {
            return null;
        }
        try {
            if (parser.nextToken() == null) {
                return null;
            }
            long line = linesBefore + parser.currentTokenLocation().getLineNr();
            return RuleInput.of(line, JsonText.compact(parser));
        } catch (JacksonException e) {
            broken = true;
            long line =
                    linesBefore + (e.getLocation() == null ? 1 : e.getLocation().getLineNr());
            return RuleInput.bad(line, "not valid JSON; nothing after it was read");
        }
    }
}

package io.github.flexalerts.cli.bulk;

import io.github.flexalerts.bulk.DesiredState;
import io.github.flexalerts.bulk.ExportFile;
import io.github.flexalerts.bulk.ExportFileException;
import io.github.flexalerts.bulk.Fingerprint;
import io.github.flexalerts.cli.input.Notes;
import io.github.flexalerts.cli.input.RuleInput;
import io.github.flexalerts.cli.input.RuleSource;
import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.InputException;
import io.github.flexalerts.core.rule.RuleSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The desired state in a file: an export, or rules as {@code rules create} takes them. */
final class DesiredFile implements AutoCloseable {
    private final DesiredState state;
    private final @Nullable ExportFile export;

    private DesiredFile(DesiredState state, @Nullable ExportFile export) {
        this.state = state;
        this.export = export;
    }

    /** Opens a file, or throws an {@link InputException} that says everything that is wrong with it. */
    static DesiredFile open(Console console, String file) {
        Path path = FileOptions.existing("--from", file);
        if (ExportFile.hasHeader(path)) {
            try {
                ExportFile export = ExportFile.open(path);
                return new DesiredFile(DesiredState.of(export), export);
            } catch (ExportFileException e) {
                throw new InputException("'" + file + "': " + e.getMessage());
            }
        }
        return new DesiredFile(DesiredState.ofRules(rules(console, file), fingerprint(path)), null);
    }

    private static List<RuleSpec> rules(Console console, String file) {
        List<RuleSpec> rules = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Notes notes = new Notes(console);
        try (RuleSource source = RuleSource.open(file, InputStream.nullInputStream())) {
            for (RuleInput input = source.next(); input != null; input = source.next()) {
                notes.about(input);
                if (input.spec() == null) {
                    problems.add(input.complaint());
                } else {
                    rules.add(input.spec());
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException("'" + file + "' " + String.join("; ", problems));
        }
        if (rules.isEmpty()) {
            throw new InputException("'" + file + "' contains no rule");
        }
        return rules;
    }

    private static String fingerprint(Path path) {
        try {
            return Fingerprint.of(Files.readAllBytes(path)).toString();
        } catch (IOException e) {
            throw new InputException("cannot read '" + path + "'");
        }
    }

    DesiredState state() {
        return state;
    }

    @Override
    public void close() {
        if (export != null) {
            export.close();
        }
    }
}

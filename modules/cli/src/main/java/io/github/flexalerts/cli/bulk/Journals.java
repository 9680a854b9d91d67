package io.github.flexalerts.cli.bulk;

import io.github.flexalerts.bulk.ExportFileException;
import io.github.flexalerts.bulk.JournalFile;
import io.github.flexalerts.cli.io.InputException;
import java.nio.file.Path;

/** Journals of earlier runs. */
final class Journals {
    private Journals() {}

    /** Opens a journal, or throws an {@link InputException} that says what to do. */
    static JournalFile resume(Path path) {
        try {
            return JournalFile.resume(path);
        } catch (ExportFileException e) {
            throw new InputException("the journal '" + path + "' cannot be read: " + e.getMessage()
                    + "; use another file with --journal");
        }
    }

    /** Returns the error for a journal of another plan, and closes it. */
    static InputException foreign(JournalFile open, Path path) {
        open.close();
        return new InputException("the journal '" + path + "' belongs to another file or plan: finish that one first,"
                + " remove the journal, or use another with --journal");
    }
}

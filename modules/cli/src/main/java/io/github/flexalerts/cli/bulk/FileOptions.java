package io.github.flexalerts.cli.bulk;

import io.github.flexalerts.cli.io.InputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Paths in options. */
final class FileOptions {
    private FileOptions() {}

    /** Returns the path of an option. */
    static Path path(String option, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new InputException(option + " is not a valid file path");
        }
    }

    /** Returns the path of a file that will be written; its folder must exist. */
    static Path writable(String option, String text) {
        Path path = path(option, text);
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(path)) {
            throw new InputException(
                    "cannot write '" + text + "' (" + option + "): there is no such folder, or it is a folder");
        }
        return path;
    }

    /** Returns the path of a file that must exist. */
    static Path existing(String option, String text) {
        Path path = path(option, text);
        if (!Files.isRegularFile(path)) {
            throw new InputException("no such file: '" + text + "' (" + option + ")");
        }
        return path;
    }
}

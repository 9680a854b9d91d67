package io.github.flexalerts.cli.settings;

import io.github.flexalerts.cli.input.Document;
import io.github.flexalerts.cli.io.InputException;
import io.github.flexalerts.cli.io.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a secret is: a variable of the environment or a file. Messages name the reference and never the secret.
 *
 * @param where the member that refers to it
 * @param isFile whether it is in a file
 * @param target the variable or the file
 */
record SecretReference(String where, boolean isFile, String target) {

    /** Reads {@code {env: NAME}} or {@code {file: PATH}}. */
    static SecretReference read(Document document, String member) {
        String where = document.name() + ": " + member;
        if (!(document.members().get(member) instanceof Map<?, ?> reference) || reference.size() != 1) {
            throw new InputException(where + " must be {env: NAME} or {file: PATH}; a secret must not be in this file");
        }
        if (reference.get("env") instanceof String name) {
            return new SecretReference(where, false, name);
        }
        if (reference.get("file") instanceof String path) {
            return new SecretReference(where, true, path);
        }
        throw new InputException(where + " must be {env: NAME} or {file: PATH}");
    }

    /** Returns the secret. */
    String resolve(Map<String, String> env) {
        String secret = isFile ? content() : Variables.value(env, target);
        if (secret.isBlank()) {
            throw new InputException(
                    where + ": " + (isFile ? "the file '" + target + "' is empty" : target + " is not set"));
        }
        return secret;
    }

    private String content() {
        try {
            return Files.readString(Path.of(target)).strip();
        } catch (IOException | InvalidPathException e) {
            throw new InputException(where + ": cannot read the file '" + target + "'");
        }
    }

    @Override
    public String toString() {
        return isFile ? "{file: " + target + "}" : "{env: " + target + "}";
    }
}

package io.github.flexalerts.cli.settings;

import io.github.flexalerts.cli.input.Document;
import io.github.flexalerts.cli.io.InputException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The profiles in the user's configuration folder: {@code flex-alerts/profiles.yaml}. */
public final class Profiles {
    private final Path file;
    private final @Nullable Document profiles;

    private Profiles(Path file, @Nullable Document profiles) {
        this.file = file;
        this.profiles = profiles;
    }

    /** Reads the file; there are no profiles if there is no file. */
    public static Profiles read(Map<String, String> env) {
        Path file = file(env);
        if (!Files.exists(file)) {
            return new Profiles(file, null);
        }
        Document document = Document.read(file.toString(), InputStream.nullInputStream());
        Document profiles = document.member("profiles");
        if (profiles == null || document.members().size() != 1) {
            throw new InputException(document.name() + " must have one member, 'profiles'");
        }
        return new Profiles(file, profiles);
    }

    /** Returns the path of the file (XDG Base Directory Specification). */
    static Path file(Map<String, String> env) {
        String folder = env.getOrDefault("XDG_CONFIG_HOME", "");
        Path base = folder.isBlank() ? Path.of(env.getOrDefault("HOME", "."), ".config") : Path.of(folder);
        return base.resolve("flex-alerts").resolve("profiles.yaml");
    }

    /** Returns the path of the file. */
    public Path file() {
        return file;
    }

    /** Returns the names in their order. */
    public List<String> names() {
        return profiles == null ? List.of() : List.copyOf(new TreeMap<>(byName(profiles)).keySet());
    }

    private static Map<String, Object> byName(Document profiles) {
        Map<String, Object> byName = new TreeMap<>();
        profiles.members().forEach((name, value) -> byName.put(String.valueOf(name), value));
        return byName;
    }

    /** Returns a profile; an {@link InputException} that lists the names if there is none. */
    public Connection get(String name) {
        Document profile = profiles == null ? null : profiles.member(name);
        if (profile == null) {
            throw new InputException("there is no profile '" + name + "' in '" + file + "'"
                    + (names().isEmpty() ? "" : "; there are " + String.join(", ", names())));
        }
        return Connection.read(profile, Set.of());
    }
}

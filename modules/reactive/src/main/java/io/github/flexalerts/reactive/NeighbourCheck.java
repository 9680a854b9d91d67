package io.github.flexalerts.reactive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether another library has brought annotations that are too old for our Jackson. Without it the first use of the
 * codec ends in a {@code NoClassDefFoundError} that names neither the artifact nor the version. It uses no class of Jackson.
 */
final class NeighbourCheck {
    private static final String ARTIFACT = "com.fasterxml.jackson.core:jackson-annotations";
    private static final String NEWEST_CLASS = "com/fasterxml/jackson/annotation/JsonSerializeAs.class";
    private static final String FOUND = "META-INF/maven/com.fasterxml.jackson.core/jackson-annotations/pom.properties";

    private static final @Nullable String PROBLEM = problem(NeighbourCheck.class.getClassLoader());

    private NeighbourCheck() {}

    /** Throws an {@link IllegalStateException} that names the artifact and both versions if it is too old. */
    static void check() {
        if (PROBLEM != null) {
            throw new IllegalStateException(PROBLEM);
        }
    }

    static @Nullable String problem(ClassLoader loader) {
        return loader.getResource(NEWEST_CLASS) != null
                ? null
                : ARTIFACT + " on the class path is too old: found " + version(loader, FOUND, "version")
                        + ", needed " + needed()
                        + " or later. Import flex-alerts-bom before other BOMs, or manage this version";
    }

    private static String needed() {
        String versions = NeighbourCheck.class.getPackageName().replace('.', '/') + "/version.properties";
        return version(NeighbourCheck.class.getClassLoader(), versions, "jackson-annotations");
    }

    private static String version(ClassLoader loader, String resource, String key) {
        try (InputStream in = loader.getResourceAsStream(resource)) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty(key, "an unknown version");
        } catch (IOException e) {
            return "an unknown version";
        }
    }
}

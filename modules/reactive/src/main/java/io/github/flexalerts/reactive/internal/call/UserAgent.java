package io.github.flexalerts.reactive.internal.call;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** How the library names itself: {@code flex-alerts-java/<version> (<os> <arch>) java/<version>}. */
public final class UserAgent {
    static final String HEADER = "User-Agent";
    private static final String TEXT = "flex-alerts-java/" + version() + " (" + property("os.name") + " "
            + property("os.arch") + ") java/" + property("java.version");

    private UserAgent() {}

    public static String checkedPrefix(String prefix) {
        if (!prefix.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("userAgentPrefix must be printable ASCII");
        }
        return prefix;
    }

    public static String withPrefix(String prefix) {
        return prefix.isBlank() ? TEXT : prefix.strip() + " " + TEXT;
    }

    private static String version() {
        try (InputStream in =
                UserAgent.class.getResourceAsStream("/io/github/flexalerts/reactive/version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown").replaceAll("[^!-~]", "_");
    }
}

package io.github.flexalerts.cli.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of the command. */
public final class Version implements IVersionProvider {
    static final String TEXT = read();

    @Override
    public String[] getVersion() {
        return new String[] {"flex-alerts " + TEXT};
    }

    private static String read() {
        try (InputStream in = Version.class.getResourceAsStream("/io/github/flexalerts/cli/version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

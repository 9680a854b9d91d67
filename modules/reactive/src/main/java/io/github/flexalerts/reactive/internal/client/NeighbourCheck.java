package io.github.flexalerts.reactive.internal.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether another library has brought artifacts that are too old: annotations for our Jackson, or Reactor Netty. Without
 * it the first use ends in an error that names neither the artifact nor the version. It loads no class of them.
 */
public final class NeighbourCheck {
    private static final String ARTIFACT = "com.fasterxml.jackson.core:jackson-annotations";
    private static final String NEWEST_CLASS = "com/fasterxml/jackson/annotation/JsonSerializeAs.class";
    private static final String FOUND = "META-INF/maven/com.fasterxml.jackson.core/jackson-annotations/pom.properties";

    private static final String NETTY = "reactor/netty/http/client/HttpClient.class";
    private static final String NEWEST_OF_NETTY = "reactor/netty/http/client/HttpClientAuthenticationException.class";
    private static final Pattern NETTY_JAR = Pattern.compile(".*/reactor-netty-http-([0-9][^/]*)\\.jar!/.*");

    private static final @Nullable String PROBLEM = problem(NeighbourCheck.class.getClassLoader());

    private NeighbourCheck() {}

    /** Throws an {@link IllegalStateException} that names the artifact and both versions if it is too old. */
    public static void check() {
        if (PROBLEM != null) {
            throw new IllegalStateException(PROBLEM);
        }
    }

    static @Nullable String problem(ClassLoader loader) {
        if (loader.getResource(NEWEST_CLASS) == null) {
            return tooOld(ARTIFACT, version(loader, FOUND, "version"), needed())
                    + ". Import flex-alerts-bom before other BOMs, or manage this version";
        }
        URL netty = loader.getResource(NETTY);
        return netty == null || loader.getResource(NEWEST_OF_NETTY) != null
                ? null
                : tooOld("io.projectreactor.netty:reactor-netty-http", nettyVersion(netty), "1.3")
                        + ". Import reactor-bom 2025.0 and netty-bom 4.2 before other BOMs";
    }

    private static String tooOld(String artifact, String found, String needed) {
        return artifact + " on the class path is too old: found " + found + ", needed " + needed + " or later";
    }

    private static String nettyVersion(URL netty) {
        Matcher jar = NETTY_JAR.matcher(netty.toString());
        return jar.matches() ? jar.group(1) : "an unknown version";
    }

    private static String needed() {
        String versions = "io/github/flexalerts/reactive/version.properties";
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

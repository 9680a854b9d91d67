package io.github.flexalerts.benchmarks.client;

import java.util.List;

/** The clients by name. */
public enum Clients {
    /** flex-alerts. */
    OURS("ours", "flex-alerts"),
    /** flex-alerts with meters attached. */
    METERS("ours+meters", "flex-alerts with meters"),
    /** flex-alerts with observations attached, timed by Micrometer's handler. */
    OBSERVATIONS("ours+observations", "flex-alerts with observations"),
    /** Bytes, thrown away. */
    FLOOR("floor", "Reactor Netty, bytes only (floor)"),
    /** Tokens, thrown away. */
    TOKENS("tokens", "floor + bare token loop"),
    /** Reactor Netty and databind. */
    READER("reader", "Reactor Netty + ObjectReader"),
    /** Spring. */
    WEBCLIENT("webclient", "Spring WebClient"),
    /** The JDK. */
    JDK("jdk", "JDK HttpClient + ObjectReader"),
    /** Azure. */
    AZURE("azure", "azure-core PagedFlux"),
    /** Twilio. */
    TWILIO("twilio", "twilio SDK");

    private final String id;
    private final String title;

    Clients(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /**
     * Finds a client.
     *
     * @param id as in {@code ours}
     * @return the client
     * @throws IllegalArgumentException if there is none
     */
    public static Clients of(String id) {
        for (Clients client : values()) {
            if (client.id.equals(id)) {
                return client;
            }
        }
        throw new IllegalArgumentException("no client " + id);
    }

    /**
     * Returns what it is called in figures and options.
     *
     * @return as in {@code ours}
     */
    public String id() {
        return id;
    }

    /**
     * Returns what it is called in tables.
     *
     * @return a few words
     */
    public String title() {
        return title;
    }

    /**
     * Returns whether it is ours with something attached, which is measured where it costs the most: in fetches.
     *
     * @return false for a client of its own
     */
    public boolean isVariant() {
        return this == METERS || this == OBSERVATIONS;
    }

    /**
     * Returns what its JVM needs besides what all get.
     *
     * @return options of {@code java}
     */
    public List<String> jvmOptions() {
        // Without workers of the common pool the JDK's client starts a thread for each task on a small machine.
        return this == JDK ? List.of("-Djava.util.concurrent.ForkJoinPool.common.parallelism=3") : List.of();
    }

    /**
     * Makes the client.
     *
     * @param origin where the server is
     * @return a client, to be closed
     */
    public BenchClient create(String origin) {
        return switch (this) {
            case OURS -> new OurClient(origin);
            case METERS -> new OurClient(origin, Instruments.meters());
            case OBSERVATIONS -> new OurClient(origin, Instruments.observations());
            case FLOOR -> new FloorClient(origin);
            case TOKENS -> new TokensClient(origin);
            case READER -> new ReaderClient(origin);
            case WEBCLIENT -> new SpringClient(origin);
            case JDK -> new JdkClient(origin);
            case AZURE -> new AzureClient(origin);
            case TWILIO -> new TwilioClient(origin);
        };
    }
}

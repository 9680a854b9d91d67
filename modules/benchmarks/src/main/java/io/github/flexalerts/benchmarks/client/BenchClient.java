package io.github.flexalerts.benchmarks.client;

import io.github.flexalerts.benchmarks.server.Listing;

/** A client under measurement. Every method returns when its work is done, or throws. */
public interface BenchClient extends AutoCloseable {

    /**
     * Lists all rules.
     *
     * @param listing what to list
     * @param pageSize how many rules to ask for at once
     * @return how many came
     */
    long list(Listing listing, int pageSize);

    /**
     * Lists all rules and looks at the clock when the first is there.
     *
     * @param listing what to list
     * @param pageSize how many rules to ask for at once
     * @return the ns until then; the rest was read all the same, so that the connection can be used again
     */
    long firstRule(Listing listing, int pageSize);

    /**
     * Fetches rules one by one.
     *
     * @param count how many
     * @param atOnce how many at a time
     */
    void fetch(int count, int atOnce);

    /**
     * Creates rules one by one.
     *
     * @param count how many
     * @param atOnce how many at a time
     */
    void create(int count, int atOnce);

    /** Closes the connections. */
    @Override
    void close();
}

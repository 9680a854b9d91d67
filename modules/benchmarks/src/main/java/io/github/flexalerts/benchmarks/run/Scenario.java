package io.github.flexalerts.benchmarks.run;

import io.github.flexalerts.benchmarks.client.BenchClient;
import io.github.flexalerts.benchmarks.server.Listing;

/** What the clients do side by side. */
enum Scenario {
    LIST("100,000 rules, pages of 1000", "rule") {
        @Override
        long once(BenchClient client) {
            return listed(client, new Listing(100_000, 0), 1000);
        }
    },
    THINK("100,000 rules, pages of 1000, 20 ms think time each", "rule") {
        @Override
        long once(BenchClient client) {
            return listed(client, new Listing(THINK_PAGES * 1000, THINK_MILLIS), 1000);
        }

        /** Without the waits: a few hundred pages are too few for the JVM to compile what reads them. */
        @Override
        Scenario warmUp() {
            return LIST;
        }
    },
    FIRST("the first rule of a page of 1000", "page") {
        @Override
        long once(BenchClient client) {
            return 1;
        }

        @Override
        Sample timed(BenchClient client) {
            long nanos = client.firstRule(new Listing(1000, 0), 1000);
            return new Sample(1, nanos, 0, 0, 0);
        }
    },
    SMALL_PAGES("10,000 rules, pages of 50", "rule") {
        @Override
        long once(BenchClient client) {
            return listed(client, new Listing(10_000, 0), 50);
        }
    },
    FETCH("fetch, 64 at a time", "call") {
        @Override
        long once(BenchClient client) {
            client.fetch(4096, 64);
            return 4096;
        }
    },
    FETCH_WIDE("fetch, 256 at a time", "call") {
        @Override
        long once(BenchClient client) {
            client.fetch(8192, 256);
            return 8192;
        }
    },
    CREATE("create, 64 at a time", "call") {
        @Override
        long once(BenchClient client) {
            client.create(4096, 64);
            return 4096;
        }
    };

    static final int THINK_PAGES = 100;
    static final int THINK_MILLIS = 20;

    private final String title;
    private final String unit;

    Scenario(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    String title() {
        return title;
    }

    String unit() {
        return unit;
    }

    /** What a JVM does before its rounds. */
    Scenario warmUp() {
        return this;
    }

    /** Does it once; returns how many items that were. */
    abstract long once(BenchClient client);

    /** Does it once and takes the time, and nothing else. */
    Sample timed(BenchClient client) {
        long start = System.nanoTime();
        long items = once(client);
        return new Sample(items, System.nanoTime() - start, 0, 0, 0);
    }

    private static long listed(BenchClient client, Listing listing, int pageSize) {
        long items = client.list(listing, pageSize);
        if (items != listing.total()) {
            throw new IllegalStateException("listed " + items + " rules of " + listing.total());
        }
        return items;
    }
}

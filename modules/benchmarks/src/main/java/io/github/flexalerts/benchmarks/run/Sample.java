package io.github.flexalerts.benchmarks.run;

import java.util.Locale;

/**
 * What one round of one client took.
 *
 * @param items rules, calls or first rules
 * @param nanos time, in ns
 * @param cpuNanos time on the processor, of all threads with the collector's and the compiler's, in ns
 * @param allocatedBytes on the heap, by all threads, in bytes
 * @param threads how many threads the client had more than a JVM without it, at the most
 */
record Sample(long items, long nanos, long cpuNanos, long allocatedBytes, long threads) {
    private static final String MARK = "sample";

    static boolean isOne(String line) {
        return line.startsWith(MARK);
    }

    static Sample parse(String line) {
        String[] numbers = line.split(" ", -1);
        return new Sample(
                Long.parseLong(numbers[1]),
                Long.parseLong(numbers[2]),
                Long.parseLong(numbers[3]),
                Long.parseLong(numbers[4]),
                Long.parseLong(numbers[5]));
    }

    String line() {
        return String.format(Locale.ROOT, "%s %d %d %d %d %d", MARK, items, nanos, cpuNanos, allocatedBytes, threads);
    }

    double nanosPerItem() {
        return (double) nanos / items;
    }

    double cpuPerItem() {
        return (double) cpuNanos / items;
    }

    double allocatedPerItem() {
        return (double) allocatedBytes / items;
    }
}

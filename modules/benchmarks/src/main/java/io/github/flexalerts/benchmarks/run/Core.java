package io.github.flexalerts.benchmarks.run;

import java.io.IOException;
import java.util.List;

/** Where a process runs: the server on one core, the client on the other, if the machine can tell them apart. */
enum Core {
    SERVER(0),
    CLIENT(1);

    private static final boolean PINS = pins();

    private final int number;

    Core(int number) {
        this.number = number;
    }

    /** Tells whether processes are kept on their cores. */
    static boolean pinned() {
        return PINS;
    }

    /** Returns what stands before a command. */
    List<String> prefix() {
        return PINS ? List.of("taskset", "-c", String.valueOf(number)) : List.of();
    }

    private static boolean pins() {
        try {
            Process probe = new ProcessBuilder("taskset", "-c", "0,1", "true").start();
            return probe.waitFor() == 0 && Runtime.getRuntime().availableProcessors() >= 2;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

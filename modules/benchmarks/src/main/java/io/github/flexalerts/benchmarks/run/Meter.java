package io.github.flexalerts.benchmarks.run;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.github.flexalerts.benchmarks.client.BenchClient;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Measures this JVM while a client works in it. */
final class Meter {
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final int threadsBefore = threads.getThreadCount();

    /** Repeats a scenario for a time, at least once. */
    Sample measure(Scenario scenario, BenchClient client, Duration time) {
        threads.resetPeakThreadCount();
        Map<Long, Long> allocated = allocated();
        long cpu = system.getProcessCpuTime();
        long end = System.nanoTime() + time.toNanos();
        long items = 0;
        long nanos = 0;
        do {
            Sample once = scenario.timed(client);
            items += once.items();
            nanos += once.nanos();
        } while (System.nanoTime() < end);
        return new Sample(
                items,
                nanos,
                system.getProcessCpuTime() - cpu,
                allocatedSince(allocated),
                threads.getPeakThreadCount() - threadsBefore);
    }

    /** A thread that ended in the meantime is missed; the clients keep theirs for longer than a round. */
    private long allocatedSince(Map<Long, Long> before) {
        return allocated().entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
                .sum();
    }

    private Map<Long, Long> allocated() {
        long[] ids = threads.getAllThreadIds();
        long[] bytes = threads.getThreadAllocatedBytes(ids);
        Map<Long, Long> allocated = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            allocated.put(ids[i], Math.max(0, bytes[i]));
        }
        return allocated;
    }
}

package io.github.flexalerts.testkit.internal.fault;

import io.github.flexalerts.testkit.internal.http.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The faults that are switched on, and their counts. */
public final class FaultPlan {

    private final List<Active> active = new CopyOnWriteArrayList<>();
    private final AtomicInteger injected = new AtomicInteger();
    private final long seed;

    public FaultPlan(long seed) {
        this.seed = seed;
    }

    public void add(FaultSpec fault) {
        active.add(new Active(fault, fault.begin(), seed ^ (0x5DEECE66DL * injected.incrementAndGet())));
    }

    public void clear() {
        active.clear();
    }

    public List<FaultSpec> faults() {
        return active.stream().map(Active::fault).toList();
    }

    /** Decides, once and on arrival, which faults apply to a request. */
    public List<Firing> firings(Exchange exchange) {
        List<Firing> firings = new ArrayList<>();
        for (Active candidate : active) {
            if (candidate.picks(exchange)) {
                long count = candidate.fired.incrementAndGet();
                firings.add(new Firing(candidate.fault.name(), candidate.action, count));
            }
        }
        return firings;
    }

    /**
     * A fault that applies to a request.
     *
     * @param count how often it has done so by now, from 1
     */
    public record Firing(String name, FaultAction action, long count) {}

    private record Active(FaultSpec fault, FaultAction action, long seed, AtomicLong matched, AtomicLong fired) {

        Active(FaultSpec fault, FaultAction action, long seed) {
            this(fault, action, seed, new AtomicLong(), new AtomicLong());
        }

        boolean picks(Exchange exchange) {
            Selection selection = fault.selection();
            return selection.matches(exchange.route().operation())
                    && action.concerns(exchange)
                    && selection.picks(matched.incrementAndGet(), seed);
        }
    }
}

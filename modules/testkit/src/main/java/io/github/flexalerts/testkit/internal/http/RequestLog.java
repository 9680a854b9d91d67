package io.github.flexalerts.testkit.internal.http;

import io.github.flexalerts.testkit.ReceivedRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What was received, and how much of it at once. Keeps the last requests only, for a sandbox may run for weeks. */
public final class RequestLog {

    private static final int KEPT = 100_000;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private long received;
    private int inFlight;
    private int maxInFlight;

    /** Takes a request in; it counts as in flight until the entry is finished. */
    public synchronized Entry received(Exchange exchange, boolean authorized, List<String> faults) {
        Entry entry = new Entry(exchange, ++received, authorized, faults);
        entries.add(entry);
        if (entries.size() > KEPT) {
            entries.remove();
        }
        inFlight++;
        maxInFlight = Math.max(maxInFlight, inFlight);
        notifyAll();
        return entry;
    }

    public synchronized List<ReceivedRequest> snapshot() {
        List<ReceivedRequest> requests = new ArrayList<>(entries.size());
        entries.forEach(entry -> requests.add(entry.snapshot()));
        return List.copyOf(requests);
    }

    public synchronized void clear() {
        entries.clear();
        received = 0;
        maxInFlight = inFlight;
    }

    public synchronized long count() {
        return received;
    }

    public synchronized int inFlight() {
        return inFlight;
    }

    public synchronized int maxInFlight() {
        return maxInFlight;
    }

    public synchronized boolean await(long count, Duration limit) throws InterruptedException {
        return Waiting.until(this, () -> received >= count, limit);
    }

    public synchronized boolean awaitIdle(Duration limit) throws InterruptedException {
        return Waiting.until(this, () -> inFlight == 0, limit);
    }

    /** One request in the log. */
    public final class Entry {

        private final Exchange exchange;
        private final long number;
        private final boolean authorized;
        private final List<String> faults;
        private int status;
        private boolean finished;

        private Entry(Exchange exchange, long number, boolean authorized, List<String> faults) {
            this.exchange = exchange;
            this.number = number;
            this.authorized = authorized;
            this.faults = faults;
        }

        public void answered(int answer) {
            synchronized (RequestLog.this) {
                status = answer;
            }
        }

        /** Ends the flight, once; {@code last} is done before anyone can learn of the end. */
        public void finish(Runnable last) {
            synchronized (RequestLog.this) {
                if (finished) {
                    return;
                }
                finished = true;
                try {
                    last.run();
                } finally {
                    inFlight--;
                    RequestLog.this.notifyAll();
                }
            }
        }

        private ReceivedRequest snapshot() {
            Operation operation = exchange.route().operation();
            return new ReceivedRequest(
                    number,
                    exchange.method(),
                    exchange.target(),
                    exchange.headers(),
                    exchange.body(),
                    exchange.arrival(),
                    operation == null ? null : operation.id(),
                    authorized,
                    status,
                    faults);
        }
    }
}

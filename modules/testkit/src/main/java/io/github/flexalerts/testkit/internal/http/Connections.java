package io.github.flexalerts.testkit.internal.http;

import io.netty.channel.Channel;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The connections that are open, and how many requests each has carried. */
public final class Connections {

    private final Map<Channel, Integer> requests = new HashMap<>();

    public void opened(Channel channel) {
        synchronized (this) {
            requests.put(channel, 0);
        }
        channel.closeFuture().addListener(closed -> closed(channel));
    }

    private synchronized void closed(Channel channel) {
        requests.remove(channel);
        notifyAll();
    }

    /** Counts a request and returns its place among those of its connection, from 1. */
    public synchronized int request(Channel channel) {
        Integer place = requests.computeIfPresent(channel, (known, count) -> count + 1);
        return place == null ? 1 : place;
    }

    public synchronized int open() {
        return requests.size();
    }

    public void closeAll() {
        List<Channel> open;
        synchronized (this) {
            open = List.copyOf(requests.keySet());
        }
        open.forEach(channel -> channel.close().awaitUninterruptibly());
    }

    /** Waits until no connection is open; the answer is false when the time ran out first. */
    public synchronized boolean awaitNone(Duration limit) throws InterruptedException {
        return Waiting.until(this, requests::isEmpty, limit);
    }
}

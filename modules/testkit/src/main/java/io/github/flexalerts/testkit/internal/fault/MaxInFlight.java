package io.github.flexalerts.testkit.internal.fault;

import io.github.flexalerts.testkit.internal.http.Answer;
import io.github.flexalerts.testkit.internal.http.Exchange;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Admits so many requests at a time. A request that is turned away takes no place. */
public final class MaxInFlight implements FaultAction {

    private static final String RETRY_AFTER = ",retry-after=";

    private final Set<Exchange> admitted = ConcurrentHashMap.newKeySet();
    private final int limit;
    private final @Nullable String retryAfter;

    private MaxInFlight(int limit, @Nullable String retryAfter) {
        this.limit = limit;
        this.retryAfter = retryAfter;
    }

    public static FaultSpec parse(String text) {
        int split = text.indexOf(RETRY_AFTER);
        return split < 0
                ? fault(Arguments.positive(text), null)
                : fault(Arguments.positive(text.substring(0, split)), text.substring(split + RETRY_AFTER.length()));
    }

    public static FaultSpec fault(int limit, @Nullable String retryAfter) {
        Arguments.checkedPositive("max-in-flight", limit);
        String argument = limit + (retryAfter == null ? "" : RETRY_AFTER + retryAfter);
        return FaultSpec.of("max-in-flight", argument, () -> new MaxInFlight(limit, retryAfter));
    }

    @Override
    public synchronized @Nullable Answer before(Exchange exchange, long firing) {
        if (admitted.size() < limit) {
            admitted.add(exchange);
            return null;
        }
        Answer answer = StatusScript.error(429);
        return retryAfter == null ? answer : answer.header("Retry-After", retryAfter);
    }

    @Override
    public void after(Exchange exchange) {
        admitted.remove(exchange);
    }
}

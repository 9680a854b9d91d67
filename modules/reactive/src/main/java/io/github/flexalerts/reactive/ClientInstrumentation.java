package io.github.flexalerts.reactive;

import io.github.flexalerts.reactive.transport.Operation;
import io.github.flexalerts.reactive.transport.PoolSnapshot;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.util.context.ContextView;

/**
 * Observes a client; set with {@link FlexAlertsClientBuilder#instrumentation}. The module {@code flex-alerts-metrics} has an
 * implementation on Micrometer.
 *
 * <p>Every method does nothing by default, and future methods will too. Implementations must be safe for use by many threads and
 * must not block, because the client calls them on its own threads. The client ignores what they throw.
 */
public interface ClientInstrumentation {

    /** The instrumentation that does nothing. */
    ClientInstrumentation NOOP = new ClientInstrumentation() {};

    /** What the client found out about a create whose answer was lost. */
    enum Resolution {
        /** The rule exists. */
        FOUND,
        /** The rule does not exist. */
        ABSENT,
        /** The client did not look for the rule, or the search failed too. */
        UNRESOLVED
    }

    /**
     * An operation was subscribed to: a call with all its attempts and waits, or a listing with all its pages.
     *
     * @param operation the operation
     * @param context the subscriber's context
     * @return the observer of this operation
     */
    default CallInstrumentation started(Operation operation, ContextView context) {
        return CallInstrumentation.NOOP;
    }

    /**
     * The result of a create was unknown, and the client tried to find it out.
     *
     * @param resolution how it ended
     */
    default void ambiguous(Resolution resolution) {}

    /**
     * A client was built. Clients that share an account or a transport pass equal suppliers.
     *
     * @param governor returns the state of the account's calls
     * @param pool returns the state of the connections; null if the transport is not a {@code NettyTransport}
     * @return disposed of when the client is closed
     */
    default Disposable attached(Supplier<GovernorSnapshot> governor, @Nullable Supplier<PoolSnapshot> pool) {
        return Disposables.disposed();
    }
}

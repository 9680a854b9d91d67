package io.github.flexalerts.reactive;

import io.github.flexalerts.reactive.transport.Operation;
import io.github.flexalerts.reactive.transport.PoolSnapshot;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.util.context.ContextView;

/**
 * What a client tells of itself while it works; attached by {@link FlexAlertsClientBuilder#instrumentation}. The module
 * {@code flex-alerts-metrics} has the one on Micrometer.
 *
 * <p>Every method does nothing by default, and new ones will too. Implementations are safe for use by many threads and never
 * block: they are called on the threads that do the work. Whatever they throw is swallowed, and the call goes on.
 */
public interface ClientInstrumentation {

    /** The instrumentation that does nothing. */
    ClientInstrumentation NOOP = new ClientInstrumentation() {};

    /** How a create ended whose answer was lost. */
    enum Resolution {
        /** It was looked for and stands. */
        FOUND,
        /** It was looked for and does not stand. */
        ABSENT,
        /** It was not looked for, or that failed too. */
        UNRESOLVED
    }

    /**
     * Tells that an operation was subscribed to: a call with all its attempts and waits, or a listing with all its pages.
     *
     * @param operation the operation
     * @param context the subscriber's context
     * @return what is told of this operation from now on
     */
    default CallInstrumentation started(Operation operation, ContextView context) {
        return CallInstrumentation.NOOP;
    }

    /**
     * Tells that the outcome of a create was unknown, and what became of that.
     *
     * @param resolution how it ended
     */
    default void ambiguous(Resolution resolution) {}

    /**
     * Tells that a client was built, and how to see the way it stands. Suppliers that are equal speak of the same thing:
     * clients may share their credentials and their transport.
     *
     * @param governor gives the state of the calls on the client's credentials
     * @param pool gives the state of its connections; null if its transport is not ours
     * @return disposed of when the client is closed
     */
    default Disposable attached(Supplier<GovernorSnapshot> governor, @Nullable Supplier<PoolSnapshot> pool) {
        return Disposables.disposed();
    }
}

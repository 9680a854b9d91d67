package io.github.flexalerts.reactive.internal.call;

import io.github.flexalerts.reactive.AttemptInstrumentation;
import io.github.flexalerts.reactive.CallInstrumentation;
import io.github.flexalerts.reactive.ClientInstrumentation;
import io.github.flexalerts.reactive.GovernorSnapshot;
import io.github.flexalerts.reactive.Lane;
import io.github.flexalerts.reactive.transport.Operation;
import io.github.flexalerts.reactive.transport.PoolSnapshot;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.util.Logger;
import reactor.util.Loggers;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Wraps the instrumentation of a user: catches what it throws, and reports the end of a call or an attempt once, though a
 * cancellation may race with it.
 */
public final class GuardedInstrumentation implements ClientInstrumentation {
    private static final Logger LOG = Loggers.getLogger(ClientInstrumentation.class);

    // An AtomicBoolean in each would be an object more for every call and attempt.
    private static final AtomicIntegerFieldUpdater<GuardedCall> CALL_OVER =
            AtomicIntegerFieldUpdater.newUpdater(GuardedCall.class, "over");
    private static final AtomicIntegerFieldUpdater<GuardedAttempt> ATTEMPT_OVER =
            AtomicIntegerFieldUpdater.newUpdater(GuardedAttempt.class, "over");

    private final ClientInstrumentation inner;
    private final AtomicBoolean warned = new AtomicBoolean();

    private GuardedInstrumentation(ClientInstrumentation inner) {
        this.inner = inner;
    }

    /** Guards an instrumentation; the one that does nothing needs none. */
    public static ClientInstrumentation of(ClientInstrumentation instrumentation) {
        return instrumentation == NOOP ? NOOP : new GuardedInstrumentation(instrumentation);
    }

    @Override
    public CallInstrumentation started(Operation operation, ContextView context) {
        CallInstrumentation call = get(() -> inner.started(operation, context), CallInstrumentation.NOOP);
        return call == CallInstrumentation.NOOP ? call : new GuardedCall(call);
    }

    @Override
    public void ambiguous(Resolution resolution) {
        run(() -> inner.ambiguous(resolution));
    }

    @Override
    public Disposable attached(Supplier<GovernorSnapshot> governor, @Nullable Supplier<PoolSnapshot> pool) {
        Disposable attachment = get(() -> inner.attached(governor, pool), Disposables.disposed());
        return () -> run(attachment::dispose);
    }

    private void run(Runnable event) {
        try {
            event.run();
        } catch (Throwable thrown) {
            swallow(thrown);
        }
    }

    @SuppressWarnings("ConstantValue") // the user's code may return null nevertheless
    private <T> T get(Supplier<? extends @Nullable T> question, T otherwise) {
        try {
            T answer = question.get();
            return answer == null ? otherwise : answer;
        } catch (Throwable thrown) {
            swallow(thrown);
            return otherwise;
        }
    }

    /**
     * Says so once; the message of what was thrown may contain anything, so only its type is logged. A class that is missing is
     * swallowed too, for it is the instrumentation's, but not what the JVM itself is in want of.
     */
    private void swallow(Throwable thrown) {
        if (thrown instanceof VirtualMachineError fatal) {
            throw fatal;
        }
        if (warned.compareAndSet(false, true)) {
            LOG.warn("the instrumentation failed with {}; calls go on, and this is not said again", thrown.getClass());
        }
    }

    /** One call's instrumentation, guarded. */
    private final class GuardedCall implements CallInstrumentation {
        private final CallInstrumentation call;
        private volatile int over;

        GuardedCall(CallInstrumentation call) {
            this.call = call;
        }

        @Override
        public Context context(Context context) {
            return get(() -> call.context(context), context);
        }

        @Override
        public AttemptInstrumentation attempt(int number, Lane lane) {
            AttemptInstrumentation attempt = get(() -> call.attempt(number, lane), AttemptInstrumentation.NOOP);
            return attempt == AttemptInstrumentation.NOOP ? attempt : new GuardedAttempt(attempt);
        }

        @Override
        public void retrying(Retry reason, Duration wait, boolean asked) {
            run(() -> call.retrying(reason, wait, asked));
        }

        @Override
        public void suppressed(Suppression cause) {
            run(() -> call.suppressed(cause));
        }

        @Override
        public void unknown(Unknown what, int count) {
            run(() -> call.unknown(what, count));
        }

        @Override
        public void pageRead(int items) {
            run(() -> call.pageRead(items));
        }

        @Override
        public void pages(int delivered, int discarded) {
            run(() -> call.pages(delivered, discarded));
        }

        @Override
        public void ended(@Nullable Throwable error) {
            if (over == 0 && CALL_OVER.compareAndSet(this, 0, 1)) {
                run(() -> call.ended(error));
            }
        }

        @Override
        public void cancelled() {
            if (over == 0 && CALL_OVER.compareAndSet(this, 0, 1)) {
                run(call::cancelled);
            }
        }
    }

    /** One attempt's instrumentation, guarded. */
    private final class GuardedAttempt implements AttemptInstrumentation {
        private final AttemptInstrumentation attempt;
        private volatile int over;

        GuardedAttempt(AttemptInstrumentation attempt) {
            this.attempt = attempt;
        }

        @Override
        public void sending(String origin, String target) {
            run(() -> attempt.sending(origin, target));
        }

        @Override
        public Map<String, String> headers() {
            return get(() -> TraceHeaders.checked(attempt.headers()), Map.of());
        }

        @Override
        public Context context(Context context) {
            return get(() -> attempt.context(context), context);
        }

        @Override
        public void answered(int status, Function<String, @Nullable String> header) {
            run(() -> attempt.answered(status, header));
        }

        @Override
        public void ended(@Nullable Throwable error) {
            if (over == 0 && ATTEMPT_OVER.compareAndSet(this, 0, 1)) {
                run(() -> attempt.ended(error));
            }
        }

        @Override
        public void cancelled() {
            if (over == 0 && ATTEMPT_OVER.compareAndSet(this, 0, 1)) {
                run(attempt::cancelled);
            }
        }
    }
}

package io.github.flexalerts.reactive.internal.call;

import io.github.flexalerts.reactive.CallInstrumentation;
import io.github.flexalerts.reactive.ClientInstrumentation;
import io.github.flexalerts.reactive.transport.Operation;
import java.util.function.Function;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.util.context.Context;

/**
 * An operation that an instrumentation observes: its start with each subscription, and its end. One operator
 * for all of it, since each costs every call.
 *
 * @param <T> the type of the values
 */
public final class Observed<T> extends Flux<T> {
    private final ClientInstrumentation instrumentation;
    private final Operation operation;
    private final boolean part;
    private final Function<CallInstrumentation, Flux<T>> work;

    private Observed(
            ClientInstrumentation instrumentation,
            Operation operation,
            boolean part,
            Function<CallInstrumentation, Flux<T>> work) {
        this.instrumentation = instrumentation;
        this.operation = operation;
        this.part = part;
        this.work = work;
    }

    /** Returns the work, created for each subscription and observed. */
    public static <T> Flux<T> of(
            ClientInstrumentation instrumentation, Operation operation, Function<CallInstrumentation, Flux<T>> work) {
        return make(instrumentation, operation, false, work);
    }

    /** The same, unless it belongs to an operation that is {@linkplain #within under way} already, as pages do. */
    static <T> Flux<T> partOf(
            ClientInstrumentation instrumentation, Operation operation, Function<CallInstrumentation, Flux<T>> work) {
        return make(instrumentation, operation, true, work);
    }

    private static <T> Flux<T> make(
            ClientInstrumentation instrumentation,
            Operation operation,
            boolean part,
            Function<CallInstrumentation, Flux<T>> work) {
        return instrumentation == ClientInstrumentation.NOOP
                ? Flux.defer(() -> work.apply(CallInstrumentation.NOOP))
                : new Observed<>(instrumentation, operation, part, work);
    }

    /** Returns the work as that of a whole operation, of which the calls in it are parts. */
    public static <T> Flux<T> within(Operation operation, CallInstrumentation call, Flux<T> work) {
        return call == CallInstrumentation.NOOP
                ? work
                : work.contextWrite(context -> context.put(Whole.class, new Whole(operation, call)));
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        Whole whole = part ? actual.currentContext().getOrDefault(Whole.class, null) : null;
        if (whole != null && whole.operation() == operation) {
            made(whole.call()).subscribe(actual);
        } else {
            CallInstrumentation call = instrumentation.started(operation, actual.currentContext());
            made(call).subscribe(new Watch<>(actual, call));
        }
    }

    private Flux<T> made(CallInstrumentation call) {
        try {
            return work.apply(call);
        } catch (RuntimeException error) {
            return Flux.error(error);
        }
    }

    /** An operation that has parts. */
    private record Whole(Operation operation, CallInstrumentation call) {}

    /** Passes all signals on, and reports the end before the subscriber receives it. */
    private static final class Watch<T> implements CoreSubscriber<T>, Subscription {
        private final CoreSubscriber<? super T> actual;
        private final CallInstrumentation call;
        private final Context context;
        private Subscription upstream = NOTHING;

        Watch(CoreSubscriber<? super T> actual, CallInstrumentation call) {
            this.actual = actual;
            this.call = call;
            this.context = call.context(actual.currentContext());
        }

        @Override
        public Context currentContext() {
            return context;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            upstream = subscription;
            actual.onSubscribe(this);
        }

        @Override
        public void onNext(T value) {
            actual.onNext(value);
        }

        @Override
        public void onError(Throwable error) {
            call.ended(error);
            actual.onError(error);
        }

        @Override
        public void onComplete() {
            call.ended(null);
            actual.onComplete();
        }

        @Override
        public void request(long n) {
            upstream.request(n);
        }

        @Override
        public void cancel() {
            call.cancelled();
            upstream.cancel();
        }
    }

    private static final Subscription NOTHING = new Subscription() {
        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
    };
}

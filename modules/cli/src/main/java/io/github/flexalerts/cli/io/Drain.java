package io.github.flexalerts.cli.io;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.core.publisher.Signal;

/**
 * Brings a stream to the calling thread, which may block where the threads of the transport may not: writing to a slow
 * stdout holds up the stream by its demand. Never more than {@code ahead} items wait.
 */
public final class Drain<T> implements CoreSubscriber<T> {
    private final BlockingQueue<Signal<T>> signals = new LinkedBlockingQueue<>();
    private final int ahead;
    private Subscription upstream = Operators.emptySubscription();
    private int taken;

    private Drain(int ahead) {
        this.ahead = ahead;
    }

    /**
     * Does something with each item, on the calling thread, and waits for the end.
     *
     * @param source what to subscribe to
     * @param ahead how many items may be asked for before they are taken
     * @param action what to do
     * @param whenIdle what to do before waiting for what has not arrived yet
     * @throws InterruptedRun if the thread is interrupted; the stream is cancelled then
     */
    public static <T> void each(Publisher<T> source, int ahead, Consumer<? super T> action, Runnable whenIdle) {
        Drain<T> drain = new Drain<>(ahead);
        Flux.from(source).subscribe(drain);
        drain.run(action, whenIdle);
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        upstream = subscription;
        subscription.request(ahead);
    }

    @Override
    public void onNext(T item) {
        signals.add(Signal.next(item));
    }

    @Override
    public void onError(Throwable error) {
        signals.add(Signal.error(error));
    }

    @Override
    public void onComplete() {
        signals.add(Signal.complete());
    }

    private void run(Consumer<? super T> action, Runnable whenIdle) {
        try {
            for (Signal<T> signal = next(whenIdle); !signal.isOnComplete(); signal = next(whenIdle)) {
                T item = signal.get();
                if (item == null) {
                    throw failure(signal);
                }
                action.accept(item);
                replenish();
            }
        } finally {
            upstream.cancel();
        }
    }

    /** An argument that cannot be right is the input's only before anything runs; here something may have been sent. */
    private static RuntimeException failure(Signal<?> signal) {
        Throwable error = requireNonNull(signal.getThrowable(), "throwable");
        return error instanceof IllegalArgumentException
                ? new FailedRun(Errors.unfit(error), error)
                : Exceptions.propagate(error);
    }

    private Signal<T> next(Runnable whenIdle) {
        try {
            Signal<T> ready = signals.poll();
            if (ready != null) {
                return ready;
            }
            whenIdle.run();
            return signals.take();
        } catch (InterruptedException e) {
            throw new InterruptedRun();
        }
    }

    private void replenish() {
        if (++taken * 2 > ahead) {
            upstream.request(taken);
            taken = 0;
        }
    }
}

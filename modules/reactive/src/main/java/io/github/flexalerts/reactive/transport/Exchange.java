package io.github.flexalerts.reactive.transport;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientRequest;
import reactor.util.context.Context;

/**
 * One exchange as it runs, and its two duties towards the event loop of its connection.
 *
 * <p>It is cancelled there: on another thread the connection would close a moment later, when the answer may be complete and
 * the connection somebody else's already. And its end is told there when the loop has done with the connection: whoever
 * makes a call of the last value would otherwise find none free and open another.
 *
 * <p>The HTTP client finds it in the context, so that one client serves all requests: a copy for each costs more than the
 * rest of an exchange.
 *
 * @param <T> the type of the values
 */
final class Exchange<T> implements CoreSubscriber<T>, Subscription {
    private final ApiRequest request;
    private final @Nullable ProxyOptions proxy;
    private final CoreSubscriber<? super T> actual;
    private final Context context;
    private volatile @Nullable EventLoop loop;
    private volatile boolean cancelled;
    private @Nullable Subscription upstream;

    private Exchange(ApiRequest request, @Nullable ProxyOptions proxy, CoreSubscriber<? super T> actual) {
        this.request = request;
        this.proxy = proxy;
        this.actual = actual;
        this.context = actual.currentContext().put(Exchange.class, this);
    }

    /** Returns an exchange for each subscription; a failure of the wire is described for the request. */
    static <T> Flux<T> of(ApiRequest request, @Nullable ProxyOptions proxy, Function<ApiRequest, Publisher<T>> wire) {
        return new Flux<>() {
            @Override
            public void subscribe(CoreSubscriber<? super T> actual) {
                wire.apply(request).subscribe(new Exchange<>(request, proxy, actual));
            }
        };
    }

    /** Completes the request that is about to be sent, on the event loop of its connection. */
    static void begin(HttpClientRequest sent, Connection connection) {
        Exchange<?> exchange = sent.currentContextView().get(Exchange.class);
        exchange.request
                .headers()
                .forEach((name, value) -> sent.requestHeaders().set(name, value));
        exchange.use(connection.channel());
    }

    /** A cancellation just before this did not know the connection, and may have come too late to give it back. */
    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the close
    private void use(Channel channel) {
        loop = channel.eventLoop();
        if (cancelled) {
            channel.close();
        }
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
        Throwable described = WireFailures.describe(request.operation(), error, loop != null, proxy);
        afterRelease(() -> actual.onError(described));
    }

    @Override
    public void onComplete() {
        afterRelease(actual::onComplete);
    }

    @Override
    public void request(long n) {
        if (upstream != null) {
            upstream.request(n);
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
        EventLoop own = loop;
        if (own == null || own.inEventLoop()) {
            cancelHere();
        } else {
            executeOn(own, this::cancelHere);
        }
    }

    private void cancelHere() {
        if (upstream != null) {
            upstream.cancel();
        }
    }

    private void afterRelease(Runnable end) {
        EventLoop own = loop;
        if (own == null) {
            end.run();
        } else {
            executeOn(own, end);
        }
    }

    private static void executeOn(EventLoop loop, Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException closed) {
            task.run();
        }
    }
}

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
 * One running exchange. Two of its steps run on the event loop of its connection.
 *
 * <p>Cancellation runs there, because from another thread the connection would close a moment later, when the response may be
 * complete and another exchange may already use the connection. The end is signalled there after the loop released the connection:
 * a consumer that starts a call on the last value would otherwise find no free connection and open another one.
 *
 * <p>The HTTP client reads the exchange from the context, so that one client serves all requests: a copy of the client for each
 * request costs more than the rest of the exchange.
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
    @SuppressWarnings("FutureReturnValueIgnored") // the close needs no result
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

package io.github.flexalerts.reactive.transport;

import io.netty.channel.EventLoop;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import reactor.netty.Connection;

/**
 * Runs the cancellation of an exchange on the event loop of its connection. On another thread it would close the
 * connection a moment later, when the answer may be complete and the connection somebody else's already.
 */
final class ConnectionLoop implements Executor {
    private volatile @Nullable EventLoop loop;

    /** Tells which connection the exchange got. */
    void use(Connection connection) {
        loop = connection.channel().eventLoop();
    }

    @Override
    public void execute(Runnable task) {
        EventLoop own = loop;
        if (own == null || own.inEventLoop()) {
            task.run();
            return;
        }
        try {
            own.execute(task);
        } catch (RejectedExecutionException closed) {
            task.run();
        }
    }
}

package io.github.flexalerts.reactive.transport;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.ReadTimeoutException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The read timeout: ends a response if its consumer requested data and no bytes arrive in time. Netty's own read timeout also
 * counts while nothing is requested, so a slow consumer would break its own connection.
 *
 * <p>One instance per connection, for all its exchanges. When the timer fires it computes the remaining time, so that a read does
 * not have to reset the timer.
 */
final class SilenceLimit extends ChannelDuplexHandler {
    private final long limit;
    private boolean due;
    private boolean wanted;
    private long wantedSince;
    private @Nullable Future<?> alarm;

    SilenceLimit(long millis) {
        this.limit = TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the promise is the caller's
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent) {
            due = true;
            want(context);
        }
        context.write(message, promise);
    }

    @Override
    public void read(ChannelHandlerContext context) {
        if (due) {
            want(context);
        }
        context.read();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        wanted = false;
        if (message instanceof LastHttpContent) {
            due = false;
        }
        context.fireChannelRead(message);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
    }

    private void want(ChannelHandlerContext context) {
        if (!wanted) {
            wanted = true;
            wantedSince = now(context);
        }
        if (alarm == null) {
            schedule(context, limit);
        }
    }

    private void schedule(ChannelHandlerContext context, long delay) {
        alarm = context.executor().schedule(() -> look(context), delay, TimeUnit.NANOSECONDS);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the close needs no result
    private void look(ChannelHandlerContext context) {
        alarm = null;
        if (!wanted) {
            return;
        }
        long left = limit - (now(context) - wantedSince);
        if (left > 0) {
            schedule(context, left);
        } else {
            context.fireExceptionCaught(ReadTimeoutException.INSTANCE);
            context.close();
        }
    }

    private static long now(ChannelHandlerContext context) {
        return context.executor().ticker().nanoTime();
    }
}

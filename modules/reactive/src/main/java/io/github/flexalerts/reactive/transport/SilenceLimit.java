package io.github.flexalerts.reactive.transport;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.ReadTimeoutException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends an answer that falls silent: more of it was asked for and nothing came in time. Netty's own read timeout does not ask
 * whether anybody wanted to read, so a consumer that takes its time would break the connection that it waits on.
 */
final class SilenceLimit extends ChannelDuplexHandler {
    private final long millis;
    private @Nullable Future<?> alarm;

    SilenceLimit(long millis) {
        this.millis = millis;
    }

    @Override
    public void read(ChannelHandlerContext context) {
        if (alarm == null) {
            alarm = context.executor().schedule(() -> silent(context), millis, TimeUnit.MILLISECONDS);
        }
        context.read();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        calm();
        context.fireChannelRead(message);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        calm();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the close
    private void silent(ChannelHandlerContext context) {
        context.fireExceptionCaught(ReadTimeoutException.INSTANCE);
        context.close();
    }

    private void calm() {
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
    }
}

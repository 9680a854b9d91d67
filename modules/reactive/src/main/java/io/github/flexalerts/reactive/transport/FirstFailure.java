package io.github.flexalerts.reactive.transport;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.util.ReferenceCountUtil;
import javax.net.ssl.SSLException;

/**
 * Closes a connection at its first failure, because the start of the next response is unknown then and the connection would
 * otherwise stay in use forever. Later messages of the connection are ignored.
 *
 * <p>This handler sees a failure before Reactor Netty logs it. The decoders quote bytes that they could not read.
 */
final class FirstFailure extends ChannelInboundHandlerAdapter {
    private boolean failed;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (failed) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the close needs no result
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        if (!failed) {
            failed = true;
            context.fireExceptionCaught(withoutQuotes(failure));
            context.close();
        }
    }

    private static Throwable withoutQuotes(Throwable failure) {
        Throwable own =
                failure instanceof DecoderException && failure.getCause() instanceof SSLException tls ? tls : failure;
        if (own instanceof NotSslRecordException) {
            return new SSLException("the answer is not TLS");
        }
        return own instanceof Error || WireFailures.isOfTheNetwork(own) ? own : new BrokenAnswer();
    }
}

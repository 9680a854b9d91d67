package io.github.flexalerts.reactive.transport;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.util.ReferenceCountUtil;
import javax.net.ssl.SSLException;

/**
 * Ends a connection at its first failure, for nobody knows where the next answer would begin; left alone, it would stay in use
 * for good. What else it brings is passed over.
 *
 * <p>It is the last to see a failure before Reactor Netty logs it, and the decoders quote what they could not read.
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
    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the close
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

package io.github.flexalerts.reactive.transport;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResultProvider;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Passes on final responses only. An interim response may precede any response (RFC 9110, 15.2). Taken for the final one, it
 * would make the final one look like the response to the next request. A 101 is an error, because the client never requests a
 * change of protocol.
 *
 * <p>It comes before the decompressor, which would turn a truncated body into a complete one.
 */
final class FinalAnswers extends ChannelInboundHandlerAdapter {
    private boolean interim;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpResponse head) {
            interim = head.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        }
        if (isBroken(message)) {
            ReferenceCountUtil.release(message);
            context.fireExceptionCaught(new BrokenAnswer());
        } else if (interim) {
            skip(context, message);
        } else {
            context.fireChannelRead(message);
        }
    }

    private static void skip(ChannelHandlerContext context, Object message) {
        ReferenceCountUtil.release(message);
        if (message instanceof LastHttpContent) {
            context.read(); // what was asked for is still to come
        }
    }

    private static boolean isBroken(Object message) {
        if (message instanceof DecoderResultProvider decoded
                && decoded.decoderResult().isFailure()) {
            return true;
        }
        return message instanceof HttpResponse head && isNone(head.status().code());
    }

    private static boolean isNone(int status) {
        return status < 100 || status == HttpResponseStatus.SWITCHING_PROTOCOLS.code();
    }
}

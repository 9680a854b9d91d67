package io.github.flexalerts.benchmarks.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

/** Answers the requests of one connection: pages, one rule, a created rule. */
final class Answers extends SimpleChannelInboundHandler<FullHttpRequest> {
    private final RuleBlock block;
    private final ThinkTime thinkTime;
    private int served;

    Answers(RuleBlock block, ThinkTime thinkTime) {
        this.block = block;
        this.thinkTime = thinkTime;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        String target = request.uri();
        if (request.method().equals(HttpMethod.POST)) {
            send(context, response(HttpResponseStatus.CREATED, oneRule()));
        } else if (Listing.isOneRule(target)) {
            send(context, response(HttpResponseStatus.OK, oneRule()));
        } else {
            list(context, target);
        }
    }

    private void list(ChannelHandlerContext context, String target) {
        Listing listing = Listing.of(target);
        FullHttpResponse page = response(HttpResponseStatus.OK, page(listing, target));
        if (listing.thinkMillis() == 0) {
            send(context, page);
        } else {
            thinkTime.then(listing.thinkMillis(), () -> send(context, page));
        }
    }

    private ByteBuf page(Listing listing, String target) {
        return listing.body(block, Listing.number(target, "PageSize", 50), Listing.number(target, "Page", 0));
    }

    private ByteBuf oneRule() {
        return block.rules(served++, 1);
    }

    private static FullHttpResponse response(HttpResponseStatus status, ByteBuf body) {
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes())
                .set("Twilio-Request-Id", "RQ00000000000000000000000000000001")
                .set("Access-Control-Allow-Origin", "*");
        return response;
    }

    private static void send(ChannelHandlerContext context, FullHttpResponse response) {
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // whether closing a broken connection works is of no interest
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}

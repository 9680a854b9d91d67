package io.github.flexalerts.benchmarks.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Answers the requests of one connection: pages, one rule, a created rule. */
final class Answers extends SimpleChannelInboundHandler<FullHttpRequest> {
    private final RuleBlock block;
    private int served;

    Answers(RuleBlock block) {
        this.block = block;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        String target = request.uri();
        if (request.method().equals(HttpMethod.POST)) {
            created(context, Listing.of(target).thinkMillis());
        } else if (Listing.isOneRule(target)) {
            send(context, HttpResponseStatus.OK, oneRule());
        } else {
            list(context, target);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a connection that is closed needs no answer
    private void created(ChannelHandlerContext context, int thinkMillis) {
        if (thinkMillis == 0) {
            send(context, HttpResponseStatus.CREATED, oneRule());
        } else {
            context.executor()
                    .schedule(
                            () -> send(context, HttpResponseStatus.CREATED, oneRule()),
                            thinkMillis,
                            TimeUnit.MILLISECONDS);
        }
    }

    private void list(ChannelHandlerContext context, String target) {
        Listing listing = Listing.of(target);
        ThinkTime thinkTime = ThinkTime.of(listing.thinkMillis());
        List<ByteBuf> page =
                listing.body(block, Listing.number(target, "PageSize", 50), Listing.number(target, "Page", 0));
        if (listing.thinkMillis() == 0) {
            send(context, HttpResponseStatus.OK, page);
        } else {
            write(context, HttpResponseStatus.OK, page);
            thinkTime.then(context.executor(), context::flush);
        }
    }

    private List<ByteBuf> oneRule() {
        return block.rules(served++, 1);
    }

    private static void send(ChannelHandlerContext context, HttpResponseStatus status, List<ByteBuf> body) {
        write(context, status, body);
        context.flush();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what goes wrong with a part is told of the last one
    private static void write(ChannelHandlerContext context, HttpResponseStatus status, List<ByteBuf> body) {
        context.write(head(status, body), context.voidPromise());
        body.forEach(part -> context.write(new DefaultHttpContent(part), context.voidPromise()));
        context.write(LastHttpContent.EMPTY_LAST_CONTENT).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    private static HttpResponse head(HttpResponseStatus status, List<ByteBuf> body) {
        HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, status);
        head.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .set(
                        HttpHeaderNames.CONTENT_LENGTH,
                        body.stream().mapToInt(ByteBuf::readableBytes).sum())
                .set("Twilio-Request-Id", "RQ00000000000000000000000000000001")
                .set("Access-Control-Allow-Origin", "*");
        return head;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // whether closing a broken connection works is of no interest
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}

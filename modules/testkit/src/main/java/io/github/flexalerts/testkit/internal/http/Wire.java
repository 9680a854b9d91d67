package io.github.flexalerts.testkit.internal.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.flexalerts.testkit.internal.http.Delivery.Ending;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** The way back of one request: turns an answer and its delivery into bytes, or into the lack of them. */
public final class Wire {

    private static final int BLOCK = 64 * 1024;

    private final HttpServerResponse response;

    public Wire(HttpServerResponse response) {
        this.response = response;
    }

    /**
     * Sends the answer.
     *
     * @param beforeEnd run before the byte or the cut by which the client learns that the answer is over, so that a
     *     client which then asks again never meets its former request still counted
     */
    public Mono<Void> send(Answer answer, Delivery delivery, Runnable beforeEnd) {
        Mono<Void> sending = Mono.defer(() -> delivery.answered() ? answer(answer, delivery, beforeEnd) : Mono.empty())
                .then(Mono.defer(() -> garbage(delivery.garbage(), beforeEnd)))
                .then(Mono.defer(() -> end(delivery.ending(), beforeEnd)));
        Mono<Void> late = delivery.delay().isZero()
                ? sending
                : Mono.delay(delivery.delay()).then(sending);
        return past(delivery.prelude()).then(late);
    }

    /** Cuts the connection. */
    public Mono<Void> reset() {
        return Mono.defer(() -> end(Ending.RESET, () -> {}));
    }

    private Mono<Void> garbage(String garbage, Runnable beforeEnd) {
        if (!garbage.isEmpty()) {
            beforeEnd.run();
        }
        return past(garbage);
    }

    /** Sends text past the HTTP codec, which would not have it. */
    private Mono<Void> past(String text) {
        return text.isEmpty()
                ? Mono.empty()
                : Mono.create(sink -> response.withConnection(connection -> connection
                        .channel()
                        .pipeline()
                        .firstContext()
                        .writeAndFlush(Unpooled.copiedBuffer(text, US_ASCII))
                        .addListener(written -> sink.success())));
    }

    private Mono<Void> answer(Answer answer, Delivery delivery, Runnable beforeEnd) {
        response.status(answer.status());
        answer.headers().forEach(response::header);
        Payload body = answer.payload().first(delivery.limit());
        long declared = answer.payload().length() + delivery.overstated();
        if (delivery.blockSize() > 0) {
            response.chunkedTransfer(true);
        } else if (answer.status() != 204) {
            response.header("Content-Length", Long.toString(declared));
        }
        // Reactor Netty ends the exchange with the last byte of a whole body, too early for anything but to keep going.
        if (delivery.ending() == Ending.KEEP
                && body.length() == declared
                && body.length() <= BLOCK
                && delivery.blockSize() == 0) {
            return whole(body, beforeEnd);
        }
        return response.send(blocks(body, delivery, beforeEnd), block -> true).then();
    }

    private Mono<Void> whole(Payload body, Runnable beforeEnd) {
        return Mono.defer(() -> {
            beforeEnd.run();
            return body.length() == 0
                    ? response.sendHeaders().then()
                    : response.sendByteArray(Mono.just(body.toBytes())).then();
        });
    }

    private static Flux<ByteBuf> blocks(Payload body, Delivery delivery, Runnable beforeEnd) {
        AtomicLong left = new AtomicLong(body.length());
        Flux<byte[]> blocks = body.blocks(delivery.blockSize() > 0 ? delivery.blockSize() : BLOCK);
        if (!delivery.pause().isZero()) {
            blocks = blocks.delayElements(delivery.pause());
        }
        boolean last = delivery.ending() == Ending.KEEP || delivery.ending() == Ending.CLOSE;
        return blocks.doOnNext(block -> {
                    if (left.addAndGet(-block.length) == 0 && last) {
                        beforeEnd.run();
                    }
                })
                .map(Unpooled::wrappedBuffer);
    }

    private Mono<Void> end(Ending ending, Runnable beforeEnd) {
        return switch (ending) {
            case KEEP -> Mono.empty();
            case SILENCE -> Mono.never();
            case CLOSE, RESET -> {
                beforeEnd.run();
                response.withConnection(connection -> close(connection.channel(), ending));
                yield Mono.never();
            }
        };
    }

    private static void close(Channel channel, Ending ending) {
        if (ending == Ending.RESET) {
            // Without this the kernel would say goodbye with a FIN, which a client may take for an orderly end.
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
        }
        var unused = channel.close();
    }
}

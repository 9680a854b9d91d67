package io.github.flexalerts.reactive.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.compression.DecompressionException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FirstFailureTest {
    private final EmbeddedChannel channel = new EmbeddedChannel(new FirstFailure());

    private Throwable told(Throwable failure) {
        return catchThrowable(() -> {
            channel.pipeline().fireExceptionCaught(failure);
            channel.checkException();
        });
    }

    static Stream<Throwable> own() {
        return Stream.of(
                new IOException("Connection reset by peer"),
                new SSLException("bad record MAC"),
                new ConnectTimeoutException("too late"),
                ReadTimeoutException.INSTANCE,
                new AssertionError("a bug"));
    }

    @ParameterizedTest
    @MethodSource("own")
    void reportsANetworkFailureUnchanged(Throwable failure) {
        assertThat(told(failure)).isSameAs(failure);
        assertThat(channel.isOpen()).isFalse();
    }

    static Stream<Throwable> quoting() {
        return Stream.of(
                new DecompressionException("secret"),
                new DecoderException(new IllegalArgumentException("secret")),
                new IllegalArgumentException("secret"),
                new NumberFormatException("secret"));
    }

    @ParameterizedTest
    @MethodSource("quoting")
    void printsNothingThatADecoderCouldNotRead(Throwable failure) {
        assertThat(told(failure)).isInstanceOf(BrokenAnswer.class).hasNoCause().hasNoSuppressedExceptions();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void reportsATlsFailureWithoutWrappers() {
        SSLException tls = new SSLException("bad record MAC");

        assertThat(told(new DecoderException(tls))).isSameAs(tls);
    }

    @Test
    void printsNothingOfANonTlsAnswer() {
        assertThat(told(new DecoderException(new NotSslRecordException("not an SSL/TLS record: 48545450"))))
                .isInstanceOf(SSLException.class)
                .hasMessage("the answer is not TLS")
                .hasNoCause();
    }

    @Test
    void passesOverWhatFollows() {
        SlowClose close = new SlowClose();
        channel.pipeline().addFirst(close);
        ByteBuf late = Unpooled.copiedBuffer("late", US_ASCII);

        channel.pipeline().fireExceptionCaught(new IOException("first"));
        channel.pipeline().fireChannelRead(late);
        channel.pipeline().fireExceptionCaught(new IOException("second"));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(channel::checkException)
                .withMessage("first");
        assertThatCode(channel::checkException).doesNotThrowAnyException();
        assertThat(late.refCnt()).isZero();
        assertThat(channel.inboundMessages()).isEmpty();
        assertThat(close.count).isOne();
    }

    @Test
    void passesEverythingBeforeTheFirstFailure() {
        channel.writeInbound("first", "second");

        assertThat(channel.inboundMessages()).containsExactly("first", "second");
    }

    /** Netty takes the pipeline apart a moment after the close, when a decoder may have more in hand. */
    private static final class SlowClose extends ChannelOutboundHandlerAdapter {
        private int count;

        @Override
        public void close(ChannelHandlerContext context, ChannelPromise promise) {
            count++;
        }
    }
}

package io.github.flexalerts.reactive.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.ReadTimeoutException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A limit of 100 ms, as it stands in the pipeline: behind the filter of interim answers. */
class SilenceLimitTest {
    private final SilenceLimit limit = new SilenceLimit(100);
    private final EmbeddedChannel channel = new EmbeddedChannel(new FinalAnswers(), limit);

    @BeforeEach
    void readOnlyWhenAsked() {
        channel.freezeTime();
        channel.config().setAutoRead(false);
    }

    @Test
    void endsAnAnswerThatDoesNotCome() {
        request();
        pass(99);
        assertLasts();

        pass(1);

        assertEnded();
    }

    @Test
    void endsAnAnswerThatStopsInItsMiddle() {
        request();
        pass(60);
        answer(head(200));
        channel.read();
        pass(99);
        assertLasts();

        pass(1);

        assertEnded();
    }

    @Test
    void doesNotCountWhileNothingIsRequested() {
        request();
        answer(head(200), piece());

        pass(10_000);

        assertLasts();
        channel.read();
        pass(99);
        assertLasts();
        pass(1);
        assertEnded();
    }

    @Test
    void countsAnewForEachPiece() {
        request();
        answer(head(200));
        for (int i = 0; i < 20; i++) {
            channel.read();
            pass(90);
            answer(piece());
        }
        assertLasts();
    }

    @Test
    void waitsOnForTheAnswerAfterAnInterimOne() {
        request();
        pass(60);
        answer(head(103), LastHttpContent.EMPTY_LAST_CONTENT);
        pass(39);
        assertLasts();

        pass(1);

        assertEnded();
    }

    @Test
    void countsNothingBetweenTwoAnswers() {
        request();
        answer(head(200), LastHttpContent.EMPTY_LAST_CONTENT);
        channel.read();
        pass(10_000);
        assertLasts();

        request();
        pass(100);

        assertEnded();
    }

    @Test
    void leavesNoAlarm() {
        request();
        channel.pipeline().remove(limit);

        pass(1_000);

        assertLasts();
        assertThat(channel.runScheduledPendingTasks()).isEqualTo(-1);
    }

    private void request() {
        channel.writeOutbound(new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/"));
        channel.releaseOutbound();
    }

    private static DefaultHttpResponse head(int status) {
        return new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status));
    }

    private static DefaultHttpContent piece() {
        return new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[] {1}));
    }

    private void answer(Object... messages) {
        channel.writeInbound(messages);
        channel.releaseInbound();
    }

    private void pass(long millis) {
        channel.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }

    private void assertLasts() {
        assertThatCode(channel::checkException).doesNotThrowAnyException();
        assertThat(channel.isOpen()).isTrue();
    }

    private void assertEnded() {
        assertThatExceptionOfType(ReadTimeoutException.class).isThrownBy(channel::checkException);
        assertThat(channel.isOpen()).isFalse();
    }
}

package io.github.flexalerts.reactive.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinalAnswersTest {
    private final Reads reads = new Reads();
    private final EmbeddedChannel channel = new EmbeddedChannel(reads, new FinalAnswers());

    @BeforeEach
    void readOnlyWhenAsked() {
        channel.config().setAutoRead(false);
    }

    private static HttpResponse head(int status) {
        return new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 102, 103, 199})
    void skipsAnInterimAnswerAndReadsOn(int status) {
        ByteBuf content = Unpooled.copiedBuffer("x", US_ASCII);
        int before = reads.count;

        channel.writeInbound(head(status), new DefaultHttpContent(content));
        assertThat(reads.count).isEqualTo(before);
        channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);

        assertThat(reads.count).isEqualTo(before + 1);
        assertThat(content.refCnt()).isZero();
        assertThat(channel.inboundMessages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 302, 404, 503, 999})
    void passesAFinalAnswerUnchanged(int status) {
        Object[] answer = {
            head(status),
            new DefaultHttpContent(Unpooled.copiedBuffer("x", US_ASCII)),
            new DefaultLastHttpContent(Unpooled.EMPTY_BUFFER)
        };
        int before = reads.count;

        channel.writeInbound(head(103), LastHttpContent.EMPTY_LAST_CONTENT);
        channel.writeInbound(answer);

        assertThat(channel.inboundMessages()).containsExactly(answer);
        assertThat(reads.count).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 99, 101})
    void takesNoStatusThatIsNone(int status) {
        assertThatExceptionOfType(BrokenAnswer.class).isThrownBy(() -> channel.writeInbound(head(status)));
        assertThat(channel.inboundMessages()).isEmpty();
    }

    @Test
    void takesNothingThatCouldNotBeRead() {
        HttpContent content = new DefaultLastHttpContent(Unpooled.copiedBuffer("secret", US_ASCII));
        content.setDecoderResult(DecoderResult.failure(new NumberFormatException("secret")));

        channel.writeInbound(head(200));
        assertThatExceptionOfType(BrokenAnswer.class)
                .isThrownBy(() -> channel.writeInbound(content))
                .withMessage("the answer is not valid HTTP")
                .withNoCause()
                .satisfies(broken -> assertThat(broken.getStackTrace()).isEmpty());
        assertThat(content.refCnt()).isZero();
    }

    private static final class Reads extends ChannelOutboundHandlerAdapter {
        private int count;

        @Override
        public void read(ChannelHandlerContext context) {
            count++;
            context.read();
        }
    }
}

package io.github.flexalerts.reactive.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NettyTransportBuilderTest {
    private interface Option extends BiFunction<NettyTransportBuilder, Duration, NettyTransportBuilder> {}

    static Stream<Arguments> durations() {
        return Stream.of(
                option("connectTimeout", NettyTransportBuilder::connectTimeout),
                option("tlsTimeout", NettyTransportBuilder::tlsTimeout),
                option("acquireTimeout", NettyTransportBuilder::acquireTimeout),
                option("responseTimeout", NettyTransportBuilder::responseTimeout),
                option("maxIdleTime", NettyTransportBuilder::maxIdleTime),
                option("maxLifeTime", NettyTransportBuilder::maxLifeTime));
    }

    private static Arguments option(String name, Option option) {
        return Arguments.of(name, option);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("durations")
    void takesDurationsUpToADay(String name, Option option) {
        for (Duration duration : new Duration[] {Duration.ofMillis(1), Duration.ofHours(24)}) {
            assertThatCode(() -> option.apply(NettyTransport.builder(), duration)
                            .build()
                            .close())
                    .doesNotThrowAnyException();
        }
        for (Duration duration : new Duration[] {
            Duration.ofNanos(999_999),
            Duration.ZERO,
            Duration.ofMillis(-1),
            Duration.ofDays(30),
            Duration.ofSeconds(Long.MAX_VALUE)
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> option.apply(NettyTransport.builder(), duration))
                    .withMessage(name + " must be between 1 ms and 24 h, was " + duration);
        }
    }

    @Test
    void takesNumbersFromOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NettyTransport.builder().maxConnections(0))
                .withMessage("maxConnections must be at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NettyTransport.builder().maxPending(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NettyTransport.builder().ioThreads(0));
        try (NettyTransport transport =
                NettyTransport.builder().maxConnections(7).build()) {
            assertThat(transport.maxConcurrency()).isEqualTo(7);
        }
    }
}

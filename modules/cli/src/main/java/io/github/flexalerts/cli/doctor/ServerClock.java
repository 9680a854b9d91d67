package io.github.flexalerts.cli.doctor;

import io.github.flexalerts.reactive.transport.ApiRequest;
import io.github.flexalerts.reactive.transport.ApiResponse;
import io.github.flexalerts.reactive.transport.Transport;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Notes how far the service's clock is from this machine's, by the date of whatever it answers. */
final class ServerClock implements Transport {
    private final Transport wire;
    private volatile @Nullable Duration ahead;

    ServerClock(Transport wire) {
        this.wire = wire;
    }

    /** Returns how far this machine's clock is ahead; null if it is unknown. */
    @Nullable
    Duration ahead() {
        return ahead;
    }

    @Override
    public <T> Flux<T> exchange(ApiRequest request, Function<ApiResponse, Publisher<T>> reader) {
        return wire.exchange(request, response -> {
            note(response.header("Date"));
            return reader.apply(response);
        });
    }

    private void note(@Nullable String date) {
        if (date == null) {
            return;
        }
        try {
            Instant theirs = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            ahead = Duration.between(theirs, Instant.now());
        } catch (DateTimeException e) {
            ahead = null; // a server with such dates has no usable clock
        }
    }

    @Override
    public int maxConcurrency() {
        return wire.maxConcurrency();
    }

    @Override
    public void close() {
        wire.close();
    }
}

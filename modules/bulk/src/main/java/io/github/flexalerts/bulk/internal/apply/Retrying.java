package io.github.flexalerts.bulk.internal.apply;

import io.github.flexalerts.core.error.AmbiguousOutcomeException;
import io.github.flexalerts.core.error.ApiException;
import io.github.flexalerts.core.error.Attempt;
import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.core.error.InvalidSpecException;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Repeats calls that failed for a reason that may pass, after the attempts of the client. */
final class Retrying {
    private static final int TIMES = 5;

    private Retrying() {}

    static <T> Mono<T> transientErrors(Mono<T> call) {
        return call.retryWhen(Retry.backoff(TIMES, Duration.ofMillis(300))
                .maxBackoff(Duration.ofSeconds(15))
                .filter(Retrying::mayPass)
                .onRetryExhaustedThrow((spec, signal) -> signal.failure()));
    }

    /** Repeats a write, and reads back before each repetition, because the answer may be all that was lost. */
    static <T> Mono<T> settled(Mono<T> write, Function<Throwable, Mono<T>> readBack) {
        return transientErrors(write.onErrorResume(
                Retrying::mayPass, error -> readBack.apply(error).onErrorMap(unread -> error)));
    }

    private static boolean mayPass(Throwable error) {
        return error instanceof FlexAlertsException failed
                && failed.isTransient()
                && !(error instanceof AmbiguousOutcomeException);
    }

    /** Tells whether the service surely did not carry out a write that failed with this error. */
    static boolean isCertain(@Nullable Throwable error) {
        if (error instanceof ApiException answer) {
            return answer.status() < 500
                    && answer.status() != 408
                    && answer.attempts().stream().noneMatch(Attempt::uncertain);
        }
        return error == null || error instanceof InvalidSpecException;
    }
}

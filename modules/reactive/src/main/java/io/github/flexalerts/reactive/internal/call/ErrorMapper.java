package io.github.flexalerts.reactive.internal.call;

import io.github.flexalerts.core.error.ApiProblem;
import io.github.flexalerts.reactive.codec.CodecException;
import io.github.flexalerts.reactive.codec.JsonCodec;
import io.github.flexalerts.reactive.transport.ApiResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer that is not success. Which error format this resource uses is not documented, so Twilio's classic one,
 * RFC 9457 and the list of errors are all understood, and a body that is none of them is no error of its own.
 */
public final class ErrorMapper {
    private static final int MAX_LENGTH = 2000;

    private final JsonCodec codec;
    private final Supplier<Instant> clock;

    public ErrorMapper(JsonCodec codec, Supplier<Instant> clock) {
        this.codec = codec;
        this.clock = clock;
    }

    ApiProblem problem(ApiResponse response, byte[] body) {
        Map<?, ?> members = members(body);
        Map<?, ?> first = members.get("errors") instanceof List<?> errors
                        && !errors.isEmpty()
                        && errors.get(0) instanceof Map<?, ?> error
                ? error
                : Map.of();
        return new ApiProblem(
                response.status(),
                number(either(members.get("code"), first.get("code"))),
                message(members, first),
                text(either(members.get("more_info"), members.get("type"))),
                RequestId.of(response),
                RetryAfter.parse(response.header("Retry-After"), clock.get()),
                response.header("Location"),
                FieldErrors.of(members));
    }

    /** The most telling text comes first: {@code title} names a kind of problem, {@code detail} this one. */
    private static @Nullable String message(Map<?, ?> members, Map<?, ?> first) {
        return Stream.of(
                        members.get("message"),
                        members.get("detail"),
                        first.get("message"),
                        members.get("title"),
                        members.get("error_description"),
                        members.get("error"))
                .map(ErrorMapper::text)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Map<?, ?> members(byte[] body) {
        try {
            return codec.read(body, Map.class);
        } catch (CodecException e) {
            return Map.of();
        }
    }

    private static @Nullable Object either(@Nullable Object first, @Nullable Object second) {
        return first != null ? first : second;
    }

    private static @Nullable Integer number(@Nullable Object raw) {
        return raw instanceof Integer number ? number : null;
    }

    private static @Nullable String text(@Nullable Object raw) {
        return raw instanceof String text && !text.isBlank()
                ? text.substring(0, Math.min(text.length(), MAX_LENGTH))
                : null;
    }
}

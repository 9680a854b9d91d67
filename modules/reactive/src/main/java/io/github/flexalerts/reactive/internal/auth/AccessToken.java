package io.github.flexalerts.reactive.internal.auth;

import io.github.flexalerts.reactive.codec.CodecException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A token of the service and when it is too old to begin a call with.
 *
 * @param authorization the header's value
 * @param staleAt from when a new one is fetched
 */
public record AccessToken(String authorization, Instant staleAt) {
    private static final Duration EARLY = Duration.ofSeconds(30);
    private static final Duration DEFAULT_LIFE = Duration.ofHours(1);
    private static final long LONGEST_SECONDS = Duration.ofDays(30).toSeconds();

    /** Reads the token endpoint's answer. Its {@code expires_in} is in seconds; a published sample is nonsense. */
    public static AccessToken of(Map<?, ?> answer, Instant now) {
        if (!(answer.get("access_token") instanceof String token) || !token.matches("[!-~]+")) {
            throw new CodecException("the answer has no access_token");
        }
        if (answer.get("token_type") instanceof String type && !type.equalsIgnoreCase("bearer")) {
            throw new CodecException("the token_type is not Bearer");
        }
        Duration life = life(answer.get("expires_in"));
        Duration early = life.compareTo(EARLY.multipliedBy(2)) < 0 ? life.dividedBy(2) : EARLY;
        return new AccessToken("Bearer " + token, now.plus(life).minus(early));
    }

    private static Duration life(@Nullable Object seconds) {
        long life = seconds instanceof Number number ? number.longValue() : 0;
        return life > 0 && life <= LONGEST_SECONDS ? Duration.ofSeconds(life) : DEFAULT_LIFE;
    }

    /** Returns when it gets too old; never the token. */
    @Override
    public String toString() {
        return "AccessToken[***, staleAt=" + staleAt + "]";
    }
}

package io.github.flexalerts.reactive;

import io.github.flexalerts.core.error.DecodingException;
import io.github.flexalerts.core.rule.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What an answer must tell for an alert to go on from it; without that it is one that cannot be read. */
final class AlertAnswers {
    private AlertAnswers() {}

    /** Returns the rule if it tells its SID. */
    static Mono<Rule> rule(String operation, Rule read) {
        return isBlank(read.sid()) ? Mono.error(unreadable(operation, "the answer has no sid")) : Mono.just(read);
    }

    /** Returns the rule that was written if it refers to the configuration that it was sent with. */
    static Mono<Rule> referringTo(String ttid, String operation, Rule written) {
        String told = RuleConfigurations.ttid(written.spec());
        return told == null || told.equals(ttid)
                ? rule(operation, written)
                : Mono.error(unreadable(operation, "the answer has another notify_methods_id than was sent"));
    }

    static DecodingException unreadable(String operation, String message) {
        return new DecodingException(operation, message, null, null, List.of());
    }

    static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}

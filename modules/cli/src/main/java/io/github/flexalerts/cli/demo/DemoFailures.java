package io.github.flexalerts.cli.demo;

import io.github.flexalerts.core.error.AmbiguousOutcomeException;
import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.core.error.NotFoundException;
import io.github.flexalerts.core.error.PagingException;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.reactive.codec.JsonCodec;
import io.github.flexalerts.testkit.ConnectionFaults;
import io.github.flexalerts.testkit.RawAnswer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** The steps that fail, each in a type of its own. */
final class DemoFailures {
    private DemoFailures() {}

    /** A rule that is not there. */
    static String notFound(DemoStage stage) {
        @Nullable FlexAlertsException error = failure(stage, stage.rules().fetch("QYffffffffffffffffffffffffffffffff"));
        stage.same("whether it is a NotFoundException", true, error instanceof NotFoundException);
        return message(error);
    }

    /** A create that the service carries out, and whose answer is lost: neither done nor failed. */
    static String noAnswer(DemoStage stage) {
        stage.flex().inject(ConnectionFaults.createdThenReset());
        RuleSpec spec = DemoWrites.spec("demo-no-answer");
        @Nullable FlexAlertsException error = failure(stage, stage.rules().create(spec));
        stage.same("whether it is an AmbiguousOutcomeException", true, error instanceof AmbiguousOutcomeException);
        List<Map<String, @Nullable Object>> standing = stage.flex().rules().stream()
                .filter(rule -> "demo-no-answer".equals(rule.get("rule_friendly_name")))
                .toList();
        stage.same("how often the rule exists", 1, standing.size());
        standing.forEach(rule -> stage.expected().put(String.valueOf(rule.get("sid")), spec));
        return message(error) + ". It was sent once, and the rule exists once";
    }

    /** A page whose link leads to a stranger, who would be shown the credentials. */
    static String hostile(DemoStage stage) {
        Map<String, Object> page = Map.of(
                "meta",
                Map.of("next_page_url", "https://flex-api.twilio.com@evil.example/v1/x?Page=1"),
                "rules",
                List.of());
        stage.flex().respond(RawAnswer.json(new String(JsonCodec.standard().write(page), StandardCharsets.UTF_8)));
        @Nullable FlexAlertsException error = failure(stage, stage.rules().list());
        stage.same("whether it is a PagingException", true, error instanceof PagingException);
        stage.same("the number of requests", 1, stage.flex().requests().size());
        return message(error);
    }

    private static @Nullable FlexAlertsException failure(DemoStage stage, Publisher<?> call) {
        try {
            stage.all(call);
            return null;
        } catch (FlexAlertsException e) {
            return e;
        }
    }

    private static String message(@Nullable FlexAlertsException error) {
        return error == null ? "no error came" : error.getClass().getSimpleName() + ": " + error.getMessage();
    }
}

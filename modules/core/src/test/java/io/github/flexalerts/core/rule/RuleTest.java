package io.github.flexalerts.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleTest {

    @Test
    void printsNeitherTheFriendlyNameNorUnreadMembers() {
        Rule rule = new Rule(
                "QY1",
                "AC1",
                "GO1",
                Specs.required().build(),
                Instant.EPOCH,
                Instant.EPOCH,
                "https://flex-api.twilio.com/waiting-too-long",
                Map.of("owner", "Ada"));

        assertThat(rule.toString())
                .contains("sid=QY1", "accountSid=AC1", "instanceSid=GO1", "1970-01-01T00:00:00Z", "unread=1")
                .doesNotContain(Specs.NAME, "owner", "Ada");
    }

    @Test
    void takesNullForWhatIsAbsent() {
        @SuppressWarnings("NullAway")
        Rule rule = new Rule(null, null, null, null, null, null, null, null);

        assertThat(rule.spec()).isEqualTo(RuleSpecBuilder.NOTHING);
        assertThat(rule.unread()).isEmpty();
    }
}

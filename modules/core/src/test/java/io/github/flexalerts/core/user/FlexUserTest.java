package io.github.flexalerts.core.user;

import static io.github.flexalerts.core.Fixtures.FOREIGN;
import static io.github.flexalerts.core.Fixtures.assertKeepsAll;
import static io.github.flexalerts.core.Fixtures.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlexUserTest {

    @Test
    void keepsAllOfTheSample() {
        FlexUser user = assertKeepsAll(sample("users.list/response").at("/users/0"), FlexUser.class);

        assertThat(user.sid()).isEqualTo("FU00000000000000000000000000000001");
        assertThat(user.teamSid()).isEqualTo("QO00000000000000000000000000000001");
        assertThat(user.roles()).containsExactly(Role.AGENT, Role.SUPERVISOR);
        assertThat(user.dateCreated()).isEqualTo(Instant.parse("2024-05-02T08:00:00Z"));
        assertThat(user.unread()).containsOnlyKeys("locale");
        assertThat(user.isActive()).isTrue();
    }

    @Test
    void servesDeactivatedUsers() {
        FlexUser user = assertKeepsAll(sample("users.list/response").at("/users/1"), FlexUser.class);

        assertThat(user.isActive()).isFalse();
        assertThat(user.workerSid()).isNull();
        assertThat(FOREIGN.readValue("{}", FlexUser.class).isActive()).isTrue();
    }

    @Test
    void readsTheTeamUnderEitherOfItsNames() {
        assertThat(FOREIGN.readValue("{\"team_sid\":\"QO1\"}", FlexUser.class).teamSid())
                .isEqualTo("QO1");
        assertThat(FOREIGN.readValue("{\"flex_team_sid\":\"QO1\"}", FlexUser.class)
                        .teamSid())
                .isEqualTo("QO1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"flex_team_sid\":\"QO1\",\"team_sid\":null}",
                "{\"team_sid\":\"QO1\",\"flex_team_sid\":null}",
                "{\"team_sid\":\"QO1\",\"flex_team_sid\":\"QO1\"}"
            })
    void keepsTheTeamOfAnEmptyTeamName(String json) {
        FlexUser user = FOREIGN.readValue(json, FlexUser.class);
        assertThat(user.teamSid()).isEqualTo("QO1");
        assertThat(user.unread()).isEmpty();
    }

    @Test
    void keepsAnotherTeamApart() {
        FlexUser user = FOREIGN.readValue("{\"flex_team_sid\":\"QO1\",\"team_sid\":\"QO2\"}", FlexUser.class);
        assertThat(user.teamSid()).isEqualTo("QO1");
        assertThat(user.unread()).containsEntry("team_sid", "QO2");
    }

    @Test
    void takesAUserForDeactivatedWhoHasADateOfIt() {
        String date = "\"deactivated_date\":\"2024-05-02T08:00:00Z\"";
        assertThat(FOREIGN.readValue("{" + date + "}", FlexUser.class).isActive())
                .isFalse();
        assertThat(FOREIGN.readValue("{\"deactivated\":false," + date + "}", FlexUser.class)
                        .isActive())
                .isTrue();
    }

    @Test
    void printsNoPersonalData() {
        FlexUser user = FOREIGN.treeToValue(sample("users.list/response").at("/users/0"), FlexUser.class);

        assertThat(user)
                .asString()
                .contains("FU00000000000000000000000000000001", "supervisor", "deactivated=false", "unread=1")
                .doesNotContain("agent-one", "Agent One", "example");
    }

    @Test
    @SuppressWarnings("NullAway")
    void takesARoleThatIsNotDocumented() {
        assertThat(FOREIGN.readValue("\"owner\"", Role.class))
                .isEqualTo(Role.of("owner"))
                .hasToString("owner");
        assertThatNullPointerException().isThrownBy(() -> Role.of(null)).withMessage("value");
    }
}

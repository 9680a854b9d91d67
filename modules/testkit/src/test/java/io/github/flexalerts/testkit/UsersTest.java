package io.github.flexalerts.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UsersTest {

    private final FakeFlex flex = FakeFlex.builder()
            .users(120)
            .clock(() -> Instant.parse("2026-01-02T03:04:05Z"))
            .start();
    private final Caller caller = new Caller(flex);
    private final String path = "/v1/Instances/" + flex.instanceSid() + "/Users";

    @AfterEach
    void close() {
        flex.close();
    }

    @Test
    void listsUsersUnderTheirOwnKeyByPagesOfFifty() throws Exception {
        JsonNode page = Caller.json(caller.get(path));

        assertThat(page.propertyNames()).containsExactly("meta", "users");
        assertThat(page.path("meta").path("key").stringValue()).isEqualTo("users");
        assertThat(page.path("meta").path("page_size").intValue()).isEqualTo(50);
        assertThat(page.path("users")).hasSize(50);
        assertThat(page.path("users").path(0).propertyNames())
                .containsExactly(
                        "flex_user_sid",
                        "account_sid",
                        "instance_sid",
                        "flex_team_sid",
                        "worker_sid",
                        "workspace_sid",
                        "username",
                        "full_name",
                        "email",
                        "roles",
                        "created_date",
                        "updated_date",
                        "version",
                        "deactivated",
                        "deactivated_date",
                        "locale");
        assertThat(flex.requests().get(0).operation()).isEqualTo("users.list");
    }

    @Test
    void listsEveryUserOnceAlongTheLinks() throws Exception {
        List<String> sids = caller.follow(path + "?PageSize=50").stream()
                .flatMap(page -> page.path("users").valueStream())
                .map(user -> user.path("flex_user_sid").stringValue())
                .toList();

        assertThat(flex.requestCount()).isEqualTo(3);
        assertThat(sids)
                .hasSize(120)
                .doesNotHaveDuplicates()
                .isEqualTo(flex.users().stream()
                        .map(user -> user.get("flex_user_sid"))
                        .toList());
    }

    @Test
    void takesPagesOfAThousandAtMostAndNoMadeUpOnes() throws Exception {
        assertThat(Caller.json(caller.get(path + "?PageSize=1000")).path("users"))
                .hasSize(120);
        assertThat(caller.get(path + "?PageSize=1001").statusCode()).isEqualTo(400);
        assertThat(caller.get(path + "?PageToken=2").body()).contains("21481");
        assertThat(caller.get(path + "?Page=0").statusCode()).isEqualTo(200);
        HttpResponse<String> madeUp = caller.get(path + "?Page=1");
        assertThat(madeUp.statusCode()).isEqualTo(400);
        assertThat(madeUp.body()).contains("not supported");
        assertThat(caller.send(caller.to(path).DELETE()).statusCode()).isEqualTo(405);
        assertThat(caller.get("/v1/Instances/GOnone/Users").statusCode()).isEqualTo(404);
    }

    @Test
    void keepsDeactivatedUsersWithoutTheirWorkers() throws Exception {
        String active = flex.addUser("Ana Lima");
        String gone = flex.addDeactivatedUser("Bo Ek");
        flex.addUser(Collections.singletonMap("full_name", null));

        JsonNode users = Caller.json(caller.get(path + "?PageSize=1000")).path("users");

        JsonNode ana = users.path(120);
        assertThat(ana.path("flex_user_sid").stringValue()).isEqualTo(active).matches("FU[0-9a-f]{32}");
        assertThat(ana.path("username").stringValue()).isEqualTo("ana.lima");
        assertThat(ana.path("worker_sid").stringValue()).startsWith("WK");
        assertThat(ana.path("workspace_sid").stringValue()).isEqualTo(flex.workspaceSid());
        assertThat(ana.path("deactivated").booleanValue()).isFalse();
        assertThat(ana.path("deactivated_date").isNull()).isTrue();
        JsonNode bo = users.path(121);
        assertThat(bo.path("flex_user_sid").stringValue()).isEqualTo(gone);
        assertThat(bo.path("worker_sid").isNull()).isTrue();
        assertThat(bo.path("deactivated").booleanValue()).isTrue();
        assertThat(bo.path("deactivated_date").stringValue()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(users.path(122)).hasToString("{\"full_name\":null}");
        assertThat(flex.users().stream().filter(user -> Boolean.TRUE.equals(user.get("deactivated"))))
                .hasSize(13);
    }

    @Test
    void showsFaultsAsRulesDo() throws Exception {
        flex.inject(
                Fault.parse("empty-page@users.list:1=0"),
                Fault.parse("null-members@users.list:2"),
                Fault.parse("unknown-values@users.list:3"),
                Fault.parse("huge-rule@users.list:4=2KB"),
                Fault.parse("clock-skew@users.list:5=1h"),
                Fault.parse("missing-meta@users.list:6"));

        JsonNode empty = Caller.json(caller.get(path));
        assertThat(empty.path("users")).isEmpty();
        assertThat(empty.path("meta").path("next_page_url").isString()).isTrue();
        assertThat(Caller.json(caller.get(path)).path("users").valueStream())
                .hasSize(50)
                .allMatch(user -> user.path("worker_sid").isNull()
                        && user.path("flex_user_sid").isString());
        assertThat(Caller.json(caller.get(path)).path("users").path(0).path("roles"))
                .hasToString("[\"oracle\"]");
        assertThat(Caller.json(caller.get(path))
                        .path("users")
                        .path(0)
                        .path("full_name")
                        .stringValue())
                .hasSize(2048);
        assertThat(Caller.json(caller.get(path))
                        .path("users")
                        .path(0)
                        .path("created_date")
                        .stringValue())
                .isEqualTo("2021-03-04T06:06:07Z");
        assertThat(Caller.json(caller.get(path)).has("meta")).isFalse();
    }

    @Test
    void continuesAfterAnEmptyPage() throws Exception {
        flex.inject(Fault.parse("empty-page@users.list=0"));

        List<JsonNode> pages = caller.follow(path + "?PageSize=1000");

        assertThat(pages).hasSize(2);
        assertThat(pages.get(0).path("users")).isEmpty();
        assertThat(pages.get(1).path("users")).hasSize(120);
    }

    @Test
    void refusesANegativeCount() {
        assertThatIllegalArgumentException().isThrownBy(() -> FakeFlex.builder().users(-1));
    }
}

package io.github.flexalerts.cli.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.cli.Json;
import io.github.flexalerts.cli.Shell;
import io.github.flexalerts.cli.io.Text;
import io.github.flexalerts.testkit.FakeFlex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceListsTest {
    private final FakeFlex flex = FakeFlex.builder().users(120).taskQueues(130).start();
    private final Shell shell = Shell.of(flex);

    @AfterEach
    void close() {
        flex.close();
    }

    @Test
    void listsUsersInEachForm() {
        assertThat(shell.run("users", "list").outLines())
                .hasSize(121)
                .first()
                .asString()
                .matches("SID +ACTIVE +USERNAME +NAME");
        assertThat(Json.array(shell.run("users", "list", "--output", "json").out()))
                .extracting(user -> user.get("flex_user_sid"))
                .containsExactlyElementsOf(flex.users().stream()
                        .<Object>map(user -> user.get("flex_user_sid"))
                        .toList());
    }

    @Test
    void leavesOutWhoIsDeactivated() {
        Shell.Result result = shell.run("users", "list", "--active", "--output", "ndjson");

        assertThat(result.outLines())
                .hasSize(108)
                .noneMatch(line -> Boolean.TRUE.equals(Json.object(line).get("deactivated")));
    }

    @Test
    void looksUpTheWorkspaceUnlessItIsSet() {
        assertThat(shell.run("queues", "list", "--output", "ndjson").outLines()).hasSize(130);
        assertThat(flex.requests().get(0).path()).isEqualTo("/v1/Configuration");

        flex.clearRequests();
        shell.set("FLEX_WORKSPACE_SID", flex.workspaceSid());
        assertThat(shell.run("channels", "list").outLines()).hasSize(5).anyMatch(line -> line.contains("voice"));
        assertThat(flex.requests()).noneMatch(request -> request.path().equals("/v1/Configuration"));
    }

    @Test
    void reportsThatTheWorkspaceBelongsToAnotherInstance() {
        String other = "GO" + "9".repeat(32);
        flex.addInstance(other);

        Shell.Result result = shell.run("queues", "list", "--instance", other);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.errLines()).singleElement().asString().contains("FLEX_WORKSPACE_SID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "queues", "channels"})
    void asksForNoMoreThanTheLimit(String group) {
        Shell.Result result = shell.run(group, "list", "--limit", "2", "--output", "ndjson");

        assertThat(result.exitCode()).isZero();
        assertThat(result.outLines()).hasSize(2);
        assertThat(shell.run(group, "list", "--limit", "0").exitCode()).isEqualTo(2);
    }

    @Test
    void asksTaskRouterWhereItIs() {
        Shell.Result result = shell.set("FLEX_TASKROUTER_URL", "http://127.0.0.1:1")
                .set("FLEX_WORKSPACE_SID", flex.workspaceSid())
                .run("queues", "list");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("queues.list", "no connection could be made");
        assertThat(flex.requestCount()).isZero();
    }

    @Test
    void fitsTheWindow() {
        Shell.Result result = shell.in(new Shell.FixedTerminal(80, false)).run("users", "list");

        assertThat(result.outLines())
                .allSatisfy(line -> assertThat(Text.width(line)).isLessThanOrEqualTo(80));
    }
}

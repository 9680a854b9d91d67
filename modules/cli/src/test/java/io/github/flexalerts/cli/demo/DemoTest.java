package io.github.flexalerts.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.cli.Shell;
import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.DataOut;
import io.github.flexalerts.reactive.Credentials;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.github.flexalerts.testkit.FakeFlex;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DemoTest {

    @Test
    void endsByItselfWithEveryStepVerified() {
        Shell.Result result = Shell.bare().run("demo");

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains("5,000 rules", "NotFoundException", "AmbiguousOutcomeException", "PagingException");
        assertThat(result.outLines())
                .filteredOn(line -> line.endsWith("verified"))
                .hasSize(9);
        assertThat(result.outLines()).anyMatch(line -> line.startsWith("All of it verified"));
    }

    @Test
    void namesWhatDiffersAndNoName() {
        try (FakeFlex flex = FakeFlex.builder().rules(4).start()) {
            ExpectedRules expected = new ExpectedRules(flex.rules());
            List<Map<String, @Nullable Object>> now = new ArrayList<>(flex.rules());
            Map<String, @Nullable Object> changed = new HashMap<>(now.get(1));
            changed.put("notify_duration", -1);
            now.set(1, changed);
            Map<String, @Nullable Object> foreign = new HashMap<>(now.get(2));
            foreign.put("sid", "QYforeign");
            now.add(foreign);
            Object missing = now.remove(3).get("sid");

            assertThat(expected.differences(now))
                    .containsExactly(
                            "rule " + changed.get("sid") + ": notify_duration is not what it should be",
                            "rule " + missing + " should be there, is not",
                            "rule QYforeign should not be there");
        }
    }

    @Test
    void reportsTheFirstDifferencesAndTheOrder() {
        try (FakeFlex flex = FakeFlex.builder().rules(9).start()) {
            ExpectedRules expected = new ExpectedRules(flex.rules());
            List<Map<String, @Nullable Object>> turned = new ArrayList<>(flex.rules());
            Collections.reverse(turned);

            assertThat(expected.differences(turned)).containsExactly("the rules are in another order");
            assertThat(expected.differences(List.of())).hasSize(6).last().isEqualTo("and 4 more differences");
            assertThat(expected.differences(flex.rules())).isEmpty();
        }
    }

    @Test
    void recordsUnexpectedMembersAndValues() {
        try (FakeFlex flex = FakeFlex.builder().rules(2).start();
                var client = FlexAlertsClient.builder()
                        .credentials(Credentials.authToken("AC1", "wrong"))
                        .instanceSid(flex.instanceSid())
                        .baseUrl(URI.create(flex.baseUrl()))
                        .build()) {
            DemoStage stage = new DemoStage(flex, client.rules());
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            Console console = new Console(
                    Map.of(),
                    InputStream.nullInputStream(),
                    new DataOut(OutputStream.nullOutputStream()),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    new Shell.FixedTerminal(80, false));

            assertThat(new Demo(console, stage).run()).isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .startsWith("flex-alerts demo: stream: rules.list failed: 401");

            stage.same("the number", 1, 2);
            assertThat(stage.differences()).containsExactly("the number should be 1, is 2");
        }
    }
}

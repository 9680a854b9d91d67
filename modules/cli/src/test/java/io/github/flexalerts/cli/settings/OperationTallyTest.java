package io.github.flexalerts.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.cli.Shell;
import io.github.flexalerts.cli.io.ExitCode;
import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.Fault;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OperationTallyTest {
    private static final String TITLES = "operation        count        p50        p95        p99  retries";

    private final FakeFlex flex = FakeFlex.builder().rules(3).start();
    private final Shell shell = Shell.of(flex);

    @AfterEach
    void close() {
        flex.close();
    }

    @Test
    void printsATableOfACommandsOperations() {
        flex.inject(Fault.parse("status@1=503"));
        Shell.Result result = shell.run("rules", "get", flex.sids().get(0), "--metrics");

        assertThat(result.exitCode()).isZero();
        assertThat(result.errLines()).hasSize(2).first().isEqualTo(TITLES);
        assertThat(result.errLines().get(1)).matches("rules.fetch +1( +[0-9.]+ ms){3}  server_error 1");
        assertThat(result.out()).doesNotContain("p95");
    }

    @Test
    void printsItTooWhenTheCommandFails() {
        flex.inject(Fault.parse("status=404"));
        Shell.Result result = shell.run("rules", "list", "--metrics");

        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(result.errLines()).contains(TITLES).anyMatch(line -> line.matches("rules.list +1 .* none"));
    }

    @Test
    void isSilentUnlessAsked() {
        assertThat(shell.run("rules", "list").err()).isEmpty();
    }

    @Test
    void endsTheDemonstration() {
        List<String> lines = Shell.bare().run("demo").outLines();
        int titles = lines.indexOf(TITLES);

        assertThat(lines.subList(titles + 1, lines.size()))
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactly("rules.create", "rules.delete", "rules.fetch", "rules.list", "rules.update");
        assertThat(lines).anyMatch(line -> line.matches("rules.create .*throttled \\d+.*"));
    }
}

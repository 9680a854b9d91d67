package io.github.flexalerts.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.cli.Json;
import io.github.flexalerts.cli.Shell;
import io.github.flexalerts.core.rule.MetricId;
import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterWatchTest {
    private final FakeFlex flex = FakeFlex.builder().rules(20).start();
    private final Shell shell = Shell.of(flex);

    @AfterEach
    void close() {
        flex.close();
    }

    private long active() {
        return flex.rules().stream()
                .filter(rule -> Boolean.TRUE.equals(rule.get("active")))
                .count();
    }

    @Test
    void skipsRulesThatDoNotMatchAndCountsThem() {
        flex.inject(Fault.parse("ignored-filters"));
        long active = active();
        assertThat(active).isBetween(1L, 19L);
        Shell.Result result = shell.run("rules", "list", "--active", "true", "--output", "ndjson");
        assertThat(result.exitCode()).isZero();
        assertThat(result.outLines())
                .hasSize((int) active)
                .allSatisfy(line -> assertThat(Json.object(line)).containsEntry("active", true));
        assertThat(result.err()).contains("warning: the service ignored the filter Active; " + (20 - active) + " rule");
    }

    @Test
    void countsOnlyMatchingRulesForTheLimit() {
        flex.inject(Fault.parse("ignored-filters"));
        Shell.Result result = shell.run("rules", "list", "--active", "true", "--limit", "2", "--output", "ndjson");
        assertThat(result.outLines()).hasSize((int) Math.min(2, active()));
    }

    @Test
    void printsNoWarningIfTheServiceFilters() {
        Shell.Result result = shell.run("rules", "list", "--active", "true", "--output", "ndjson");
        assertThat(result.outLines()).hasSize((int) active());
        assertThat(result.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Waiting(Now), Waiting (Now)",
        "waiting (now), Waiting (Now)",
        "SLA (30min), SLA (30 min)",
        "Activ (Now), Active (Now)",
    })
    void namesTheNearestMetric(String typed, String nearest) {
        Shell.Result result = shell.run("rules", "list", "--metric", typed);
        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).contains("warning: '" + typed + "'", "did you mean '" + nearest + "'?");
        assertThat(MetricId.documented()).extracting(MetricId::value).contains(nearest);
    }
}

package io.github.flexalerts.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the dashboard and the alert rules against what Prometheus reads. */
class DashboardTest {
    private static final Pattern SERIES = Pattern.compile("(flex_alerts_[a-z_]+)(?:\\{([^}]*)\\})?");
    private static final Pattern BY = Pattern.compile("by \\(([^)]*)\\)");
    private static final Pattern MATCHER = Pattern.compile("([a-z_]+)(=|!=|=~|!~)\"([^\"]*)\"");

    @Test
    void drawsMetersThatThereAre() throws IOException, InterruptedException {
        JsonNode dashboard = JsonMapper.shared().readTree(resource("grafana-dashboard.json"));
        assertThat(dashboard.get("title").asString()).isEqualTo("flex-alerts");
        List<String> queries = new ArrayList<>();
        Set<Integer> ids = new HashSet<>();
        for (JsonNode panel : dashboard.get("panels")) {
            assertThat(ids.add(panel.get("id").asInt())).isTrue();
            assertThat(panel.get("gridPos").get("x").asInt()
                            + panel.get("gridPos").get("w").asInt())
                    .isLessThanOrEqualTo(24);
            if (!panel.get("type").asString().equals("row")) {
                assertThat(panel.get("targets").isEmpty()).isFalse();
                panel.get("targets")
                        .forEach(target -> queries.add(target.get("expr").asString()));
            }
        }
        assertThat(queries).hasSizeGreaterThan(20);
        Scrape scrape = Scrape.ofEverything(FlexAlertsMetrics.builder().histograms(true));
        queries.forEach(query -> assertReads(query, scrape));
        String all = String.join("\n", queries);
        assertThat(Stream.of(FlexAlertsMeterDocumentation.values()).map(MeterTable::prometheus))
                .allMatch(all::contains);
    }

    @Test
    void alertsOnMetersThatThereAre() throws IOException, InterruptedException {
        List<String> lines = resource("prometheus-alerts.yml").lines().toList();
        List<String> queries = values(lines, "        expr: ");
        assertThat(queries).hasSize(values(lines, "      - alert: ").size()).hasSizeGreaterThan(5);
        assertThat(values(lines, "          severity: ")).hasSameSizeAs(queries).containsOnly("critical", "warning");
        assertThat(values(lines, "          summary: "))
                .hasSameSizeAs(queries)
                .allMatch(text -> text.matches("\".*\""));
        Scrape scrape = Scrape.ofEverything(FlexAlertsMetrics.builder());
        queries.forEach(query -> assertReads(query, scrape));
        assertThat(queries).allMatch(query -> query.matches(".* [<>] [0-9.]+"));
    }

    /** Every name is scraped, every label of a matcher or a grouping is one of its labels, and every value occurs or may. */
    private static void assertReads(String query, Scrape scrape) {
        assertThat(query.chars().filter(c -> c == '(').count())
                .as(query)
                .isEqualTo(query.chars().filter(c -> c == ')').count());
        Map<String, Set<String>> labels = scrape.labels();
        Set<String> grouped = new HashSet<>();
        BY.matcher(query)
                .results()
                .forEach(by -> grouped.addAll(List.of(by.group(1).split(", "))));
        Matcher series = SERIES.matcher(query);
        int found = 0;
        while (series.find()) {
            found++;
            assertThat(labels).as(query).containsKey(series.group(1));
            assertThat(labels.get(series.group(1))).as(query).containsAll(grouped);
            if (series.group(2) != null) {
                MATCHER.matcher(series.group(2)).results().forEach(match -> {
                    assertThat(labels.get(series.group(1))).as(query).contains(match.group(1));
                    assertThat(MeterTable.values().get(match.group(1)))
                            .as(query)
                            .containsAll(List.of(match.group(3).split("\\|")));
                });
            }
        }
        assertThat(found).as(query).isPositive();
    }

    private static List<String> values(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()))
                .toList();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = FlexAlertsMetrics.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package io.github.flexalerts.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ListingTest {

    private final FakeFlex flex = FakeFlex.builder().rules(120).start();
    private final Caller caller = new Caller(flex);

    @AfterEach
    void close() {
        flex.close();
    }

    @Test
    void answersAPageThatNamesTheDocumentedHost() throws Exception {
        JsonNode page = Caller.json(caller.list(""));

        assertThat(page.propertyNames()).containsExactly("meta", "rules");
        JsonNode meta = page.path("meta");
        assertThat(meta.propertyNames())
                .containsExactly(
                        "page", "page_size", "first_page_url", "previous_page_url", "url", "next_page_url", "key");
        assertThat(meta.path("next_page_url").stringValue())
                .startsWith("https://flex-api.twilio.com" + caller.rules() + "?PageSize=50&Page=1&PageToken=");
        assertThat(meta.path("previous_page_url").isNull()).isTrue();
        assertThat(meta.path("first_page_url")).isEqualTo(meta.path("url"));
        assertThat(meta.path("key").stringValue()).isEqualTo("rules");
        assertThat(page.path("rules").path(0).propertyNames())
                .startsWith("sid", "account_sid", "instance_sid", "rule_friendly_name")
                .hasSize(16);
    }

    @Test
    void servesEveryRuleOnceInOrderAlongTheLinks() throws Exception {
        List<JsonNode> pages = caller.pages("?PageSize=7");

        assertThat(pages).hasSize(18);
        assertThat(pages.stream().flatMap(page -> Caller.sids(page).stream())).containsExactlyElementsOf(stored());
        assertThat(flex.requests()).extracting(request -> request.query("Page")).startsWith(List.of(), List.of("1"));
    }

    @Test
    void leadsBackToThePageBefore() throws Exception {
        List<JsonNode> pages = caller.pages("?PageSize=50&Sort=metric_id");
        String back = pages.get(2).path("meta").path("previous_page_url").stringValue();

        JsonNode before = Caller.json(caller.get(back.substring("https://flex-api.twilio.com".length())));

        assertThat(before.path("rules")).isEqualTo(pages.get(1).path("rules"));
        assertThat(Caller.next(before)).isEqualTo(Caller.next(pages.get(1)));
    }

    @Test
    void losesNothingWhenRulesComeAndGoBetweenPages() throws Exception {
        List<String> existed = stored();
        JsonNode first = Caller.json(caller.list("?PageSize=50"));
        caller.delete(existed.get(3));
        caller.delete(existed.get(49));
        flex.seed(1);

        List<String> second = Caller.sids(Caller.json(caller.get(String.valueOf(Caller.next(first)))));

        assertThat(second).isEqualTo(existed.subList(50, 100));
    }

    @Test
    void writesTokensThatMustBeSentByteForByte() throws Exception {
        String next = String.valueOf(Caller.next(Caller.json(caller.list(""))));

        assertThat(next).contains("%2B", "%25", ".", "%3D", "%2F");
        assertThat(caller.get(next).statusCode()).isEqualTo(200);
        assertThat(caller.get(next.replace("%2B", "+")).body()).contains("21481");
        assertThat(flex.requests().get(1).target()).isEqualTo(next);
    }

    @Test
    void filtersByActiveMetricAndQueue() throws Exception {
        List<String> expected = flex.rules().stream()
                .filter(rule -> Boolean.TRUE.equals(rule.get("active")))
                .filter(rule -> List.of("SLA (30 min)", "Longest (Now)").contains(rule.get("metric_id")))
                .map(rule -> (String) rule.get("sid"))
                .toList();
        JsonNode both = Caller.json(
                caller.list("?Active=true&MetricId=SLA%20%2830%20min%29&MetricId=Longest+%28Now%29&PageSize=1000"));
        String queue = "WQ" + "0".repeat(30) + "0c";

        assertThat(Caller.sids(both)).isNotEmpty().isEqualTo(expected);
        JsonNode queued = Caller.json(caller.list("?TaskQueueSids=" + queue + ",WQnone"));
        assertThat(queued.path("rules").valueStream())
                .isNotEmpty()
                .allMatch(rule -> rule.path("task_queue_sids").toString().contains(queue));
        assertThat(queued.path("meta").path("url").stringValue())
                .endsWith("?TaskQueueSids=" + queue + "&TaskQueueSids=WQnone&PageSize=50&Page=0");
    }

    @Test
    void keepsFiltersAndSortAlongTheLinks() throws Exception {
        List<JsonNode> pages = caller.pages("?Active=false&Sort=-rule_friendly_name&PageSize=10");

        List<String> names = pages.stream()
                .flatMap(page -> page.path("rules").valueStream())
                .peek(rule -> assertThat(rule.path("active").booleanValue()).isFalse())
                .map(rule -> rule.path("rule_friendly_name").stringValue())
                .toList();
        assertThat(names).hasSizeGreaterThan(10).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void sortsBySeveralFields() throws Exception {
        JsonNode page = Caller.json(caller.list("?Sort=metric_id,-date_created&PageSize=1000"));

        Comparator<JsonNode> metric =
                Comparator.comparing(rule -> rule.path("metric_id").stringValue());
        Comparator<JsonNode> created =
                Comparator.comparing(rule -> rule.path("date_created").stringValue());
        assertThat(page.path("rules").valueStream().toList())
                .hasSize(120)
                .isSortedAccordingTo(metric.thenComparing(created.reversed()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?PageSize=0",
                "?PageSize=1001",
                "?PageSize=many",
                "?Page=-1",
                "?Active=maybe",
                "?Sort=sid",
                "?Sort=",
                "?PageToken=made-up",
                "?PageToken=PT%2B1%25.%3D%2FAAAA.0",
                "?PageToken=PT%2B1%25.%3D%2FAAAA.8d66fb96",
            })
    void refusesParametersThatTheReferenceRulesOut(String query) throws Exception {
        assertThat(caller.list(query).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesATokenOfAListSortedOtherwise() throws Exception {
        String next = String.valueOf(Caller.next(Caller.json(caller.list("?Sort=metric_id"))));

        assertThat(caller.get(next.replace("Sort=metric_id", "Sort=metric_id,date_created"))
                        .body())
                .contains("21481");
    }

    private List<String> stored() {
        return flex.sids();
    }
}

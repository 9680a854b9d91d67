package io.github.flexalerts.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PageFaultsTest {

    private static final String HOST = "https://flex-api.twilio.com";

    private final FakeFlex flex = FakeFlex.builder().rules(25).start();
    private final Caller caller = new Caller(flex);

    @AfterEach
    void close() {
        flex.close();
    }

    private static JsonNode link(JsonNode page) {
        return page.path("meta").path("next_page_url");
    }

    /** Follows links to the right host, so many times. */
    private List<JsonNode> walk(int pages) throws Exception {
        List<JsonNode> walked = new ArrayList<>();
        String target = caller.rules() + "?PageSize=10";
        while (walked.size() < pages) {
            walked.add(Caller.json(caller.get(target)));
            target = String.valueOf(Caller.next(walked.get(walked.size() - 1)));
        }
        return walked;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "foreign-link | https://evil.example{path}?",
                "foreign-link=http://127.0.0.1:9 | http://127.0.0.1:9{path}?",
                "downgraded-link | http://flex-api.twilio.com{path}?",
                "user-info-link | https://flex-api.twilio.com@evil.example{path}?",
                "backslash-link | https://flex-api.twilio.com\\@evil.example{path}?",
                "scheme-relative-link | //evil.example{path}?",
                "other-port-link | https://flex-api.twilio.com:8443{path}?",
                "other-path-link | https://flex-api.twilio.com/v1/Accounts?",
                "dot-dot-link | https://flex-api.twilio.com{path}/../../../Accounts?",
                "next-link=ftp://a@b/c?d=e | ftp://a@b/c?d=e",
            })
    void misleadsFromEveryPage(String fault, String link) throws Exception {
        flex.inject(Fault.parse(fault));

        String first = link(Caller.json(caller.list("?PageSize=10"))).stringValue();
        String only = link(Caller.json(caller.list("?PageSize=100"))).stringValue();

        assertThat(first).startsWith(link.replace("{path}", caller.rules()));
        assertThat(only).startsWith(link.replace("{path}", caller.rules()));
        if (!fault.startsWith("next-link")) {
            assertThat(first).contains("PageSize=10&Page=1&PageToken=");
        }
    }

    @Test
    void repeatsTheLinkOfThePageItself() throws Exception {
        flex.inject(PageFaults.repeatedLink().fromRequest(2));

        List<JsonNode> pages = walk(4);

        assertThat(pages.get(2)).isEqualTo(pages.get(1));
        assertThat(pages.get(3)).isEqualTo(pages.get(1));
        assertThat(link(pages.get(1))).isEqualTo(pages.get(1).path("meta").path("url"));
    }

    @Test
    void linksThePagesInACycle() throws Exception {
        flex.inject(PageFaults.cyclicLink());

        List<JsonNode> pages = walk(5);

        assertThat(pages.get(2)).isEqualTo(pages.get(0));
        assertThat(pages.get(3)).isEqualTo(pages.get(1));
        assertThat(pages.get(4)).isEqualTo(pages.get(0));
    }

    @Test
    void leadsBackFromTheLastPage() throws Exception {
        flex.inject(PageFaults.backwardsLink());

        List<JsonNode> pages = walk(4);

        assertThat(Caller.sids(pages.get(2))).hasSize(5);
        assertThat(pages.get(3).path("rules")).isEqualTo(pages.get(1).path("rules"));
        JsonNode only = Caller.json(caller.list("?PageSize=100"));
        assertThat(link(only)).isEqualTo(only.path("meta").path("url"));
    }

    @Test
    void servesRelativeLinksToTheLastPage() throws Exception {
        flex.inject(PageFaults.relativeLink());
        List<String> sids = new ArrayList<>();
        JsonNode next = Caller.JSON.getNodeFactory().stringNode(caller.rules() + "?PageSize=10");

        while (next.isString()) {
            JsonNode page = Caller.json(caller.get(next.stringValue()));
            sids.addAll(Caller.sids(page));
            next = link(page);
        }

        assertThat(sids).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void endsWithABlankLink() throws Exception {
        flex.inject(PageFaults.blankLink());

        List<JsonNode> pages = walk(3);

        assertThat(link(pages.get(1)).stringValue()).startsWith(HOST);
        assertThat(link(pages.get(2)).stringValue()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"empty-page, 1", "empty-page=0, 0", "empty-page=2, 2"})
    void servesOnePageWithoutRulesAndLosesNone(String fault, int index) throws Exception {
        List<String> all = flex.sids();
        flex.inject(Fault.parse(fault));

        List<JsonNode> pages = caller.pages("?PageSize=10");

        assertThat(pages).hasSize(4);
        assertThat(Caller.sids(pages.get(index))).isEmpty();
        assertThat(pages.stream().flatMap(page -> Caller.sids(page).stream())).containsExactlyElementsOf(all);
    }

    @Test
    void servesEmptyPagesWithoutEnd() throws Exception {
        flex.inject(PageFaults.emptyPages());

        List<JsonNode> pages = walk(6);

        assertThat(pages).allMatch(page -> page.path("rules").isEmpty());
        assertThat(pages).extracting(PageFaultsTest::link).doesNotHaveDuplicates();
    }

    @Test
    void doesNotAffectOtherOperations() throws Exception {
        flex.inject(PageFaults.emptyPages(), PageFaults.foreignLink("https://evil.example"));

        assertThat(caller.create(Caller.BODY).body()).doesNotContain("evil");
        assertThat(flex.requests().get(0).faults()).isEmpty();
        assertThat(caller.list("?PageSize=0").statusCode()).isEqualTo(400);
        assertThatIllegalArgumentException().isThrownBy(() -> PageFaults.emptyPage(-1));
    }
}

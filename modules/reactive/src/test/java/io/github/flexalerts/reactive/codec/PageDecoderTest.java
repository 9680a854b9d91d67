package io.github.flexalerts.reactive.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Named.named;

import io.github.flexalerts.core.page.Page;
import io.github.flexalerts.core.page.PageMeta;
import io.github.flexalerts.core.rule.Rule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageDecoderTest {
    private static final String META = "\"meta\":{\"next_page_url\":\"/n\",\"page\":3}";
    private static final String RULES = "\"rules\":[{\"sid\":\"QY1\"},{\"sid\":\"QY2\"}]";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{" + META + "," + RULES + "}",
                "{" + RULES + "," + META + "}",
                "{\"new\":[{\"rules\":[]}]," + META + ",\"newer\":{\"meta\":{}}," + RULES + ",\"newest\":1}"
            })
    void readsTheEnvelopeInAnyOrder(String json) {
        Page<Rule> page = page(json);

        assertThat(page.items()).extracting(Rule::sid).containsExactly("QY1", "QY2");
        assertThat(page.meta()).isEqualTo(new PageMeta(null, 3, null, null, null, null, "/n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{" + RULES + "}", "{" + RULES + ",\"meta\":null}", "{" + RULES + ",\"meta\":{}}"})
    void takesAPageWithoutALinkForTheLast(String json) {
        assertThat(page(json).isLast()).isTrue();
        assertThat(page(json).items()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null"})
    void takesAnEmptyPageForAPage(String rules) {
        Page<Rule> page = page("{\"rules\":" + rules + "," + META + "}");

        assertThat(page.items()).isEmpty();
        assertThat(page.isLast()).isFalse();
    }

    @Test
    void readsTheItemsUnderAnotherKey() {
        Page<Rule> page = JsonCodec.standard().readPage(Json.utf8("{\"users\":[{}],\"rules\":5}"), "users", Rule.class);

        assertThat(page.items()).hasSize(1);
    }

    @Test
    void readsPastOddMembersOfMetaThatNothingDependsOn() {
        Page<Rule> page = page("{\"meta\":{\"page\":\"one\",\"page_size\":1.5,\"key\":7,\"url\":[],\"new\":{},"
                + "\"first_page_url\":false,\"previous_page_url\":1,\"next_page_url\":\"\"},\"rules\":[]}");

        assertThat(page.meta()).isEqualTo(new PageMeta(null, null, null, null, null, null, ""));
    }

    static Stream<Arguments> pagesThatAreNone() {
        return Stream.of(
                none("nothing", "", "a page must be an object"),
                none("null", "null", "a page must be an object"),
                none("an array", "[{\"rules\":[]}]", "a page must be an object"),
                none("no rules", "{" + META + "}", "the page has no member rules"),
                none("rules that are no array", "{\"rules\":{\"0\":\"SECRET\"}}", "rules must be an array"),
                none("rules that are text", "{\"rules\":\"SECRET\"}", "rules must be an array"),
                none("a rule that is null", "{\"rules\":[{},null]}", "rules must not hold null"),
                none("a rule that is text", "{\"rules\":[\"SECRET\"]}", "a rule must be an object"),
                none("a rule that is an array", "{\"rules\":[[{}]]}", "a rule must be an object"),
                none(
                        "a link that is a number",
                        "{\"meta\":{\"next_page_url\":5},\"rules\":[]}",
                        "next_page_url must be text or null"),
                none(
                        "a link that is an object",
                        "{\"meta\":{\"next_page_url\":{\"SECRET\":1}},\"rules\":[]}",
                        "next_page_url must be text or null"),
                none("meta that is text", "{\"meta\":\"SECRET\",\"rules\":[]}", "meta must be an object or null"),
                none("meta that is an array", "{\"meta\":[],\"rules\":[]}", "meta must be an object or null"),
                none("trailing garbage", "{\"rules\":[]} SECRET", "not valid JSON"),
                none("a second page", "{\"rules\":[]}{\"rules\":[]}", "a page must be one whole object"),
                none("truncated in a rule", "{\"rules\":[{\"sid\":\"SECRET", "not valid JSON"),
                none("truncated in the rules", "{\"rules\":[{}", "not valid JSON"),
                none("truncated after the rules", "{\"rules\":[{}]", "not valid JSON"),
                none("truncated in meta", "{\"rules\":[{}],\"meta\":{", "not valid JSON"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pagesThatAreNone")
    void refusesWhatIsNoPageAndSaysWhy(String json, String why) {
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> page(json))
                .withMessageStartingWith(why)
                .withMessageNotContaining("SECRET")
                .withNoCause();
    }

    @Test
    void refusesEveryPageThatWasCutShort() {
        byte[] whole = Json.fixture("rules.list/response.json");
        String json = new String(whole, UTF_8).strip();

        for (int length = 0; length < json.length(); length++) {
            String cut = json.substring(0, length);
            assertThatExceptionOfType(CodecException.class).isThrownBy(() -> page(cut));
        }
    }

    private static Page<Rule> page(String json) {
        return JsonCodec.standard().readPage(Json.utf8(json), "rules", Rule.class);
    }

    private static Arguments none(String name, String json, String why) {
        return Arguments.of(named(name, json), why);
    }
}

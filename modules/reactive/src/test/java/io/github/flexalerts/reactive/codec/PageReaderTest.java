package io.github.flexalerts.reactive.codec;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Named.named;

import io.github.flexalerts.core.page.Page;
import io.github.flexalerts.core.page.PageMeta;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.user.FlexUser;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageReaderTest {
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
        Page<Rule> page = Pages.read(Json.utf8("{\"users\":[{}],\"rules\":5}"), "users", 7);

        assertThat(page.items()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"meta\":{\"key\":\"insights_rules\"},\"insights_rules\":[{\"sid\":\"QY1\"},{\"sid\":\"QY2\"}]}",
                "{\"meta\":{\"key\":\"wrong\"},\"rules\":[{\"sid\":\"QY1\"},{\"sid\":\"QY2\"}]}",
                "{\"meta\":{\"key\":\"meta\"},\"rules\":[{\"sid\":\"QY1\"},{\"sid\":\"QY2\"}]}",
            })
    void readsTheItemsFromTheMemberThatMetaNames(String json) {
        for (int chunk : new int[] {1, 7, json.length()}) {
            assertThat(Pages.read(Json.utf8(json), "rules", chunk).items())
                    .extracting(Rule::sid)
                    .containsExactly("QY1", "QY2");
        }
    }

    @Test
    void ignoresUnexpectedMembersOfMeta() {
        Page<Rule> page = page("{\"meta\":{\"page\":\"one\",\"page_size\":1.5,\"key\":7,\"url\":[],\"new\":{},"
                + "\"first_page_url\":false,\"previous_page_url\":1,\"next_page_url\":\"\"},\"rules\":[]}");

        assertThat(page.meta()).isEqualTo(new PageMeta(null, null, null, null, null, null, ""));
    }

    static Stream<Arguments> pagesThatAreNone() {
        return Stream.of(
                none("nothing", "", "the JSON ends early"),
                none("null", "null", "a page must be an object"),
                none("an array", "[{\"rules\":[]}]", "a page must be an object"),
                none("no rules", "{" + META + "}", "the page has no member rules"),
                none(
                        "neither rules nor the member that meta names",
                        "{\"meta\":{\"key\":\"alerts\"},\"others\":[]}",
                        "the page has no member rules, nor the member that meta.key names"),
                none(
                        "two lists",
                        "{\"meta\":{\"key\":\"alerts\"},\"rules\":[],\"alerts\":[{}]}",
                        "the page has two lists: one as rules, one as meta.key names it"),
                none(
                        "meta with another name behind the items",
                        "{\"alerts\":[{}],\"meta\":{\"key\":\"alerts\"}}",
                        "the page has no member rules, nor the member that meta.key names"),
                none("rules that are no array", "{\"rules\":{\"0\":\"SECRET\"}}", "rules must be an array"),
                none("rules that are text", "{\"rules\":\"SECRET\"}", "rules must be an array"),
                none("a rule that is null", "{\"rules\":[{},null]}", "rules must contain only objects"),
                none("a rule that is text", "{\"rules\":[\"SECRET\"]}", "rules must contain only objects"),
                none("a rule that is a number", "{\"rules\":[{},7]}", "rules must contain only objects"),
                none("a rule that is an array", "{\"rules\":[[{}]]}", "rules must contain only objects"),
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
                none("a second page", "{\"rules\":[]}{\"rules\":[]}", "there is more after the end of the JSON"),
                none("no comma", "{\"rules\":[{} {}]}", "not valid JSON at byte"),
                none("two commas", "{\"rules\":[{},,{}]}", "not valid JSON at byte"),
                none("a comma at the end", "{\"rules\":[{},]}", "not valid JSON at byte"),
                none("a comma too early", "{\"rules\":[,{} {}]}", "not valid JSON at byte"),
                none("a comma and nothing else", "{\"rules\":[,]}", "not valid JSON at byte"),
                none("brackets that do not fit", "{\"rules\":[{]}}", "not valid JSON"),
                none("truncated in a rule", "{\"rules\":[{\"sid\":\"SECRET", "the JSON ends early"),
                none("truncated in the rules", "{\"rules\":[{}", "the JSON ends early"),
                none("truncated after the rules", "{\"rules\":[{}]", "the JSON ends early"),
                none("truncated in meta", "{\"rules\":[{}],\"meta\":{", "the JSON ends early"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pagesThatAreNone")
    void refusesAnInvalidPageWithTheReason(String json, String why) {
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

    @Test
    void readsTheSameInEveryChunking() {
        byte[] json = Json.utf8(
                "{\"x\":[1,[\"rules\"]],\"rules\" :\n [ {\"sid\":\"Q\\\"]}Y\",\"u\":{\"a\":[{}]}} , {\"sid\":\"ÄÖ€\"} ],"
                        + META + ",\"y\":{\"rules\":[5]}}");
        Page<Rule> whole = Pages.read(json);

        assertThat(whole.items()).extracting(Rule::sid).containsExactly("Q\"]}Y", "ÄÖ€");
        for (int chunk = 1; chunk < json.length; chunk++) {
            assertThat(Pages.read(json, "rules", chunk)).isEqualTo(whole);
        }
    }

    @Test
    void emitsEachRuleAsSoonAsItIsComplete() {
        PageReader<Rule> reader = JsonCodec.standard().pageReader("rules", Rule.class, 1024, 4096);

        assertThat(Pages.read(reader, Json.utf8("{\"rules\":[{\"sid\":\"QY1\"}")))
                .hasSize(1);
        assertThat(Pages.read(reader, Json.utf8(",{\"sid\":\"QY2\""))).isEmpty();
        assertThat(Pages.read(reader, Json.utf8("},{\"sid\":\"QY3\"},"))).hasSize(2);
    }

    @Test
    void emitsTheRulesBeforeAFailureFirst() {
        PageReader<Rule> reader = JsonCodec.standard().pageReader("rules", Rule.class, 1024, 4096);

        assertThat(Pages.read(reader, Json.utf8("{\"rules\":[{\"sid\":\"QY1\"},{\"sid\":!}]}")))
                .extracting(Rule::sid)
                .containsExactly("QY1");
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> Pages.read(reader, Json.utf8("}")))
                .withMessage("not valid JSON at byte 31");
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(reader::finish)
                .withMessage("not valid JSON at byte 31");
    }

    @Test
    void reportsThePositionOfAFailureInThePage() {
        String json = "{\"rules\":[" + "{\"sid\":\"QY1\"},".repeat(50) + "{\"sid\":!}]}";

        for (int chunk = 1; chunk < json.length(); chunk++) {
            int chunkBytes = chunk;
            assertThatExceptionOfType(CodecException.class)
                    .isThrownBy(() -> Pages.read(Json.utf8(json), "rules", chunkBytes))
                    .withMessage("not valid JSON at byte " + json.indexOf('!'));
        }
    }

    @Test
    void reportsThePageAsSoonAsMetaIsRead() {
        PageReader<Rule> reader = JsonCodec.standard().pageReader("rules", Rule.class, 1024, 4096);

        List<Object> told = new ArrayList<>();

        reader.read(ByteBuffer.wrap(Json.utf8("{" + META.substring(0, META.length() - 1))), told::add);
        assertThat(told).isEmpty();
        reader.read(ByteBuffer.wrap(Json.utf8("},")), told::add);
        assertThat(told).singleElement().isEqualTo(new PageMeta(null, 3, null, null, null, null, "/n"));
    }

    @Test
    void reportsThePageBeforeTheRulesAfterMeta() {
        PageReader<Rule> reader = JsonCodec.standard().pageReader("rules", Rule.class, 1024, 4096);
        List<Object> told = new ArrayList<>();

        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> reader.read(ByteBuffer.wrap(Json.utf8("{" + META + ",\"rules\":[!}")), told::add));
        assertThat(told).hasSize(1);
    }

    @Test
    void readsWhatDatabindReadsInEveryChunking() {
        byte[] json = Json.utf8("{\"users\":[{\"flex_user_sid\":\"FU1\",\"roles\":[\"agent\"],\"new\":{\"a\":{}}} ,"
                + "{\"flex_user_sid\":\"FU2\",\"version\":{\"odd\":1}}]," + META + "}");

        for (int chunk = 1; chunk < json.length; chunk++) {
            PageReader<FlexUser> reader = JsonCodec.standard().pageReader("users", FlexUser.class, 1024, 4096);
            assertThat(Pages.items(reader, json, chunk))
                    .extracting(FlexUser::sid)
                    .containsExactly("FU1", "FU2");
            assertThat(reader.finish().nextPageUrl()).isEqualTo("/n");
        }
    }

    @Test
    void readsMembersInAnotherOrderInEveryRule() {
        Page<Rule> page = page(
                "{\"rules\":[{\"url\":\"u1\",\"new\":1,\"sid\":\"QY1\"},{\"new\":2,\"sid\":\"QY2\",\"url\":\"u2\"},"
                        + "{\"\":3,\"s\\u0069d\":\"QY3\",\"url\":\"u3\"},{\"sid\":\"QY4\",\"sid\":\"QY5\"}]}");

        assertThat(page.items()).extracting(Rule::sid).containsExactly("QY1", "QY2", "QY3", "QY5");
        assertThat(page.items()).extracting(Rule::url).containsExactly("u1", "u2", "u3", null);
        assertThat(page.items())
                .extracting(Rule::unread)
                .containsExactly(Map.of("new", 1), Map.of("new", 2), Map.of("", 3), Map.of());
    }

    @Test
    void refusesAPageInAnotherEncoding() {
        byte[] json = ("{" + RULES + "}").getBytes(UTF_16BE);

        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> Pages.read(json))
                .withMessage("the JSON is not UTF-8");
    }

    @Test
    void buffersNoMoreThanOneRule() {
        PageReader<Rule> reader = JsonCodec.standard().pageReader("rules", Rule.class, 1024, 4096);
        Pages.read(reader, Json.utf8("{\"rules\":[{\"sid\":\""));

        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> Pages.read(reader, new byte[1024]))
                .withMessage("an item, or the page around the items, is larger than 1024 bytes (maxRuleBytes)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\\u0061", "\uFFFD"})
    void failsForARuleThatIsTooLarge(String letter) {
        PageReader<Rule> reader = JsonCodec.standard().pageReader("rules", Rule.class, 1024, 8192);
        String large = "{\"sid\":\"" + letter.repeat(1024) + "\"}";

        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> Pages.read(reader, Json.utf8("{\"rules\":[" + large + "]}")))
                .withMessage("an item, or the page around the items, is larger than 1024 bytes (maxRuleBytes)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"}", "\"}]}"})
    void emitsTheRulesBeforeOneThatIsTooLarge(String end) {
        PageReader<Rule> reader = JsonCodec.standard().pageReader("rules", Rule.class, 1024, 8192);
        String page = "{\"rules\":[{\"sid\":\"QY1\"},{\"sid\":\"QY2\"},{\"sid\":\"" + "a".repeat(2048) + end;

        assertThat(Pages.read(reader, Json.utf8(page))).extracting(Rule::sid).containsExactly("QY1", "QY2");
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(reader::finish)
                .withMessage("an item, or the page around the items, is larger than 1024 bytes (maxRuleBytes)");
    }

    @Test
    void emitsTheRulesBeforeABrokenRuleInTheMiddle() {
        PageReader<Rule> reader = JsonCodec.standard().pageReader("rules", Rule.class, 1024, 8192);
        String page = "{\"rules\":[{\"sid\":\"QY1\"},{oops}," + "{\"sid\":\"QY2\"},".repeat(200);

        assertThat(Pages.read(reader, Json.utf8(page))).extracting(Rule::sid).containsExactly("QY1");
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(reader::finish)
                .withMessageStartingWith("not valid JSON");
    }

    @Test
    void sharesTheTextsThatRepeatFromRuleToRule() {
        Page<Rule> page =
                page("{\"rules\":[{\"instance_sid\":\"GO123\"},{\"instance_sid\":\"GO123\",\"sid\":\"QY1\"}]}");

        assertThat(page.items().get(1).instanceSid())
                .isSameAs(page.items().get(0).instanceSid());
    }

    @Test
    void reportsInvalidUtf8AtOnce() {
        PageReader<Rule> reader = JsonCodec.standard().pageReader("rules", Rule.class, 1024, 4096);
        byte[] json = Json.utf8("{\"rules\":[{\"sid\":\"_}");
        json[json.length - 2] = (byte) 0xFF;

        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> Pages.read(reader, json))
                .withMessageStartingWith("not valid JSON at byte");
    }

    @Test
    void readsNoMoreThanOneBody() {
        PageReader<Rule> reader = JsonCodec.standard().pageReader("rules", Rule.class, 1024, 4096);

        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> Pages.read(reader, new byte[4097]))
                .withMessage("the body is larger than 4096 bytes (maxBodyBytes)");
    }

    private static Page<Rule> page(String json) {
        return Pages.read(Json.utf8(json));
    }

    private static Arguments none(String name, String json, String why) {
        return Arguments.of(named(name, json), why);
    }
}

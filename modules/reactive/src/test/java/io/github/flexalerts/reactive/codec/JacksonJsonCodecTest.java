package io.github.flexalerts.reactive.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Named.named;

import io.github.flexalerts.core.rule.Rule;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JacksonJsonCodecTest {
    private static final JsonCodec CODEC = JsonCodec.standard();

    static Stream<Arguments> unreadable() {
        return Stream.of(
                bad("nothing", ""),
                bad("white space", " \n"),
                bad("null", "null"),
                bad("a number", "5"),
                bad("a text", "\"SECRET\""),
                bad("an array", "[{\"sid\":\"SECRET\"}]"),
                bad("a web page", "<html>SECRET</html>"),
                bad("a bare word", "SECRET"),
                bad("a bare value", "{\"sid\":SECRET}"),
                bad("a number that is none", "{\"sid\":NaN}"),
                bad("a leading zero", "{\"notify_duration\":0123}"),
                bad("a trailing comma", "{\"sid\":\"SECRET\",}"),
                bad("a comment", "{/*SECRET*/}"),
                bad("single quotes", "{'sid':'SECRET'}"),
                bad("a line break in a text", "{\"sid\":\"SECRET\n\"}"),
                bad("an escape that is none", "{\"sid\":\"SECRET\\x\"}"),
                bad("truncated", "{\"sid\":\"SECRET\""),
                bad("trailing garbage", "{\"sid\":\"SECRET\"} SECRET"),
                bad("a second object", "{\"sid\":\"SECRET\"}{\"sid\":\"SECRET\"}"),
                bad("nested too deep", "{\"SECRET\":" + "[".repeat(100_000)),
                bad("nested too deep, and closed", "{\"SECRET\":" + "[".repeat(5000) + "]".repeat(5000) + "}"),
                bad("an endless number", "{\"SECRET\":" + "9".repeat(5000) + "}"),
                bad("an endless name", "{\"" + "SECRET".repeat(20_000) + "\":1}"),
                bad("an exponent beyond all numbers", "{\"SECRET\":1e99999999999}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void refusesWhatIsNoRuleWithoutQuotingIt(String json) {
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> CODEC.read(Json.utf8(json), Rule.class))
                .withMessageNotContainingAny("SECRET", "html", "NaN", "0123", "-1", "tools.jackson")
                .withNoCause();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void refusesWhatIsNoObjectOfAnyShapeWithoutQuotingIt(String json) {
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> CODEC.read(Json.utf8(json), Map.class))
                .withMessageNotContainingAny("SECRET", "html", "NaN", "0123", "-1", "tools.jackson")
                .withNoCause();
    }

    @Test
    void refusesTextThatIsNotUtf8() {
        byte[] latin = "{\"sid\":\"SECRET é\"}".getBytes(ISO_8859_1);

        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> CODEC.read(latin, Rule.class))
                .withMessageStartingWith("not valid JSON at byte ")
                .withMessageNotContaining("SECRET")
                .withNoCause();
    }

    @Test
    void readsPastAByteOrderMark() {
        assertThat(CODEC.read(Json.utf8("\uFEFF{\"sid\":\"QY1\"}"), Rule.class).sid())
                .isEqualTo("QY1");
    }

    @Test
    void keepsTextBeyondTheBasicPlane() {
        Map<String, @Nullable Object> answer = Json.sample();
        answer.put("rule_friendly_name", "\uD83D\uDEA8 – 待機 \u0000 \u2028");

        assertThat(Json.written(Json.rule(answer))).isEqualTo(answer);
    }

    @Test
    void keepsHalfOfASurrogatePairUnchanged() {
        Rule rule = Json.rule("{\"sid\":\"a\\ud83d\",\"new\":[\"\\udea8b\"]}");

        assertThat(Json.rule(new String(CODEC.write(rule), UTF_8))).isEqualTo(rule);
    }

    @Test
    void keepsValuesUpToTheNestingLimit() {
        Rule rule = Json.rule("{\"deep\":" + "[".repeat(499) + "]".repeat(499) + "}");

        assertThat(CODEC.read(CODEC.write(rule), Rule.class)).isEqualTo(rule);
    }

    @Test
    void readsAnObjectOfAnyShapeWithoutLoss() {
        assertThat((Object) CODEC.read(Json.utf8("{\"code\":20404,\"share\":1.10,\"more\":[null,{}]}"), Map.class))
                .isEqualTo(Json.tree("{\"code\":20404,\"share\":1.10,\"more\":[null,{}]}"))
                .hasToString("{code=20404, share=1.10, more=[null, {}]}");
    }

    @Test
    void writesNull() {
        assertThat(new String(CODEC.write(null), UTF_8)).isEqualTo("null");
    }

    @Test
    void writesPlainValuesOnOneLine() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("b", Collections.singletonList(null));
        members.put("a", List.of("x\n", 1, new BigDecimal("1.10"), true));

        assertThat(new String(CODEC.write(members), UTF_8)).isEqualTo("{\"b\":[null],\"a\":[\"x\\n\",1,1.10,true]}");
    }

    private static Arguments bad(String name, String json) {
        return Arguments.of(named(name, json));
    }
}

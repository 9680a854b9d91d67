package io.github.flexalerts.reactive.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.page.Page;
import io.github.flexalerts.core.rule.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every kind of JSON, of what is nearly JSON, and of what the standard leaves open, at four places of a page, in chunks of
 * three sizes: the page is read or refused as Jackson alone does, and holds the same rules in every chunking.
 */
class JsonKindsTest {
    private static final JsonMapper JACKSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final List<String> PLACES = List.of(
            "{\"rules\":[{\"sid\":\"QY1\",\"other\":%s},{\"sid\":\"QY2\"}]}",
            "{\"rules\":[{\"sid\":\"QY1\",\"rule_friendly_name\":%s,\"active\":true},{\"sid\":\"QY2\"}]}",
            "{\"other\":%s,\"rules\":[{\"sid\":\"QY1\"},{\"sid\":\"QY2\"}]}",
            "{\"rules\":[{\"sid\":\"QY1\",\"rule_thresholds\":%s},{\"sid\":\"QY2\"}]}");

    static Stream<Arguments> inputs() {
        List<String> inputs = new ArrayList<>();
        inputs.addAll(literals());
        inputs.addAll(numbers());
        inputs.addAll(strings());
        inputs.addAll(encodings());
        inputs.addAll(arrays());
        inputs.addAll(objects());
        inputs.addAll(structures());
        return inputs.stream().flatMap(input -> PLACES.stream().map(place -> Arguments.of(place.replace("%s", input))));
    }

    private static List<String> literals() {
        return List.of(
                "true",
                "false",
                "null",
                " null ",
                "\ttrue\r\n",
                "True",
                "tru",
                "truee",
                "nul",
                "NULL",
                "nan",
                "NaN",
                "Infinity",
                "-Infinity",
                "undefined",
                "",
                " ",
                "a",
                "fals\u0000e",
                "null\u000b",
                "\u00a0null",
                "\u000cnull",
                "true false",
                "// no comment\n1",
                "/* none */1",
                "1#");
    }

    private static List<String> numbers() {
        return List.of(
                "0",
                "-0",
                "7",
                "-12",
                "123456789",
                "9223372036854775807",
                "9223372036854775808",
                "-9223372036854775809",
                "0.0",
                "1.50",
                "-0.0",
                "0.1e1",
                "1E5",
                "1e+5",
                "1e-5",
                "1.5E-300",
                "1e400",
                "-1e400",
                "1e-400",
                "0e0",
                "0e+1",
                "1" + "0".repeat(400),
                "0." + "1".repeat(400),
                "9".repeat(1001),
                "1e99999",
                "01",
                "-01",
                "00",
                "+1",
                "-",
                "--1",
                "- 1",
                ".5",
                "5.",
                "-.5",
                "1.e1",
                "1e",
                "1e+",
                "1e+-2",
                "1eE2",
                "1.2.3",
                "1e1.5",
                "0x1F",
                "1f",
                "1_000",
                "1,5",
                "1 000",
                "\uff11",
                "1+2",
                "1a",
                "-a",
                "0e",
                "0.e1",
                "1.",
                "2e.3");
    }

    private static List<String> strings() {
        return List.of(
                "\"\"",
                "\"a\"",
                "\" \"",
                "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
                "\"\\u0041\"",
                "\"\\u0000\"",
                "\"\\u00e9\"",
                "\"\\uD83D\\uDE00\"",
                "\"\\uD83D\"",
                "\"\\uDE00\"",
                "\"\\uDE00\\uD83D\"",
                "\"\\uD83D\\u0041\"",
                "\"\\uD83Da\"",
                "\"\\uD83D\\n\"",
                "\"\\uFFFE\\uFFFF\"",
                "\"\\u2028\"",
                "\"\u007f\"",
                "\"/\"",
                "\"" + "x".repeat(5000) + "\"",
                "\"" + "\\u00e9".repeat(500) + "\"",
                "\"a",
                "a\"",
                "\"\"\"",
                "'a'",
                "\"a\nb\"",
                "\"a\tb\"",
                "\"a\u0000b\"",
                "\"a\u001fb\"",
                "\"\\a\"",
                "\"\\x41\"",
                "\"\\'\"",
                "\"\\\"",
                "\"\\u\"",
                "\"\\u00\"",
                "\"\\u00g0\"",
                "\"\\U0041\"",
                "\"\\u 041\"",
                "\"\\uD800\\u\"",
                "\"\\uD800\\\"",
                "\"\\0\"",
                "\"\\",
                "\\u0022a\\u0022",
                "\"a\" \"b\"",
                "\"a\"b",
                "`a`");
    }

    private static List<String> encodings() {
        return List.of(
                text("\u00e9"),
                text("\u4e2d\u6587"),
                text("\ud83d\ude00"),
                text("\u2028\u2029"),
                text("\ufeff"),
                text("\uffff"),
                text("a\u0301"),
                "\"\u00e9\"",
                "\"\u00ff\"",
                "\"\u00c3\"",
                "\"\u00c0\u00af\"",
                "\"\u00c1\u0081\"",
                "\"\u00e0\u0080\u00af\"",
                "\"\u00ed\u00a0\u0080\"",
                "\"\u00ed\u00bf\u00bf\"",
                "\"\u00f0\u0080\u0080\u00af\"",
                "\"\u00f4\u0090\u0080\u0080\"",
                "\"\u00f5\u0080\u0080\u0080\"",
                "\"\u0080\"",
                "\"\u00bf\u00bf\"",
                "\"\u00e4\u00b8\"",
                "\"\u00e4\u00b8a\"",
                "\"\u00f0\u009f\u0098\"",
                "\"\u00fe\u00fe\"",
                "\u00ef\u00bb\u00bf1",
                "\u00ef\u00bb\u00bf",
                "\u00e5",
                "[\u00ff]");
    }

    private static List<String> arrays() {
        return List.of(
                "[]",
                "[ ]",
                "[1]",
                "[1,2]",
                "[ 1 , 2 ]",
                "[[]]",
                "[[[[[[]]]]]]",
                "[null]",
                "[1,\"a\",true,null,{},[]]",
                "[\n\t1\r\n]",
                "[" + "1,".repeat(2000) + "1]",
                "[".repeat(400) + "]".repeat(400),
                "[".repeat(1200) + "]".repeat(1200),
                "[".repeat(100_000),
                "[1,]",
                "[,1]",
                "[,]",
                "[1,,2]",
                "[1 2]",
                "[1;2]",
                "[",
                "[1",
                "[1,",
                "]",
                "[]]",
                "[[]",
                "[1}",
                "[\"a\":1]",
                "[\"\": 1]",
                "[*]",
                "[1:2]",
                "[\"a\",\n4\n,1,",
                "[{}",
                "[1,\n1\n,1",
                "[\"a\"",
                "[a",
                "[\u000b]");
    }

    private static List<String> objects() {
        return List.of(
                "{}",
                "{ }",
                "{\"a\":1}",
                "{\"a\":1,\"b\":2}",
                "{ \"a\" : { \"b\" : [ 1 , { } ] } }",
                "{\"\":0}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":\"b\",\"a\":\"b\"}",
                "{\"\\u0000\":1}",
                "{\"sid\":\"QY9\"}",
                "{\"" + "k".repeat(3000) + "\":1}",
                "{\"rules\":[{}]}",
                "{\"next_page_url\":5}",
                "{\"a\":".repeat(300) + "1" + "}".repeat(300),
                "{\"a\":".repeat(1200) + "1" + "}".repeat(1200),
                "{\"a\":".repeat(50_000),
                "{a:1}",
                "{'a':1}",
                "{1:1}",
                "{null:1}",
                "{[]:1}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\",1}",
                "{\"a\" 1}",
                "{\"a\"::1}",
                "{\"a\":1,}",
                "{,\"a\":1}",
                "{\"a\":1,,\"b\":2}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":1;\"b\":2}",
                "{",
                "{\"a",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "}",
                "{}}",
                "{{}}",
                "{\"a\":1]",
                "{\"a\":\"b\"#}",
                "{\"a\":/*x*/1}",
                "{\"a\":1}//",
                "{\"a\": true} \"x\"",
                "{\"\u00b9\":\"0\",}");
    }

    private static List<String> structures() {
        return List.of(
                "1]}",
                "1}]}",
                "1}],\"rules\":[",
                "1},{\"sid\":\"QY3\"",
                "\"a\",\"b\":\"c\"",
                "1,\"sid\":\"QY7\"",
                "\"x\"}]} {",
                "[1],",
                ",",
                ":",
                "\"",
                "\\",
                "\u0000",
                "\u0000\u0000",
                "\u001f",
                "<null>",
                "@",
                "&",
                "$",
                "1\u0000",
                "\u00ff",
                "[][]",
                "{}{}",
                "1 1",
                "\"a\":\"b\"",
                "%",
                "[\"a\",",
                "[{\"a\":[{\"b\":");
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void readsAsJacksonDoesInEveryChunking(String input) {
        byte[] json = input.getBytes(ISO_8859_1);
        Page<Rule> whole = read(json, json.length);
        assertThat(whole != null).isEqualTo(isJson(input));
        assertThat(read(json, 7)).isEqualTo(whole);
        assertThat(read(json, 1)).isEqualTo(whole);
        if (whole != null && input.startsWith("{\"rules\":[{\"sid\":\"QY1\",\"other\"")) {
            assertThat(other(Json.written(Map.of("rules", whole.items()))))
                    .usingRecursiveComparison()
                    .withComparatorForType(JsonKindsTest::compared, Number.class)
                    .isEqualTo(other(JACKSON.readValue(json, Map.class)));
        }
    }

    @Test
    void coversWhatIsJsonAndWhatIsNot() {
        long valid =
                inputs().filter(input -> isJson(String.valueOf(input.get()[0]))).count();
        assertThat(valid).isBetween(300L, inputs().count() - 300);
    }

    private static @Nullable Object other(Map<?, ?> page) {
        Object rule = ((List<?>) page.get("rules")).get(0);
        Object other = ((Map<?, ?>) rule).get("other");
        return other instanceof Number number ? new BigDecimal(number.toString()).stripTrailingZeros() : other;
    }

    private static int compared(Number one, Number two) {
        return new BigDecimal(one.toString()).compareTo(new BigDecimal(two.toString()));
    }

    private static @Nullable Page<Rule> read(byte[] json, int chunk) {
        try {
            return Pages.read(json, "rules", chunk);
        } catch (CodecException refused) {
            return null;
        }
    }

    /** Members of a page are skipped, so there it is Jackson's verdict without decoding what is skipped. */
    private static boolean isJson(String input) {
        byte[] json = input.getBytes(ISO_8859_1);
        try {
            if (!input.startsWith("{\"other\":")) {
                JACKSON.readValue(json, Object.class);
                return true;
            }
            try (JsonParser parser = JACKSON.createParser(json)) {
                parser.nextToken();
                parser.skipChildren();
                return parser.nextToken() == null;
            }
        } catch (JacksonException | NumberFormatException refused) {
            return false;
        }
    }

    private static String text(String text) {
        return new String(("\"" + text + "\"").getBytes(UTF_8), ISO_8859_1);
    }
}

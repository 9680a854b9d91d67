package io.github.flexalerts.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {

    /** Arguments for those that need one. */
    private static String argument(FaultDescription fault) {
        return switch (fault.name()) {
            case "status" -> "503,ok,body=html,retry-after=Wed, 21 Oct 2026 07:28:00 GMT";
            case "max-in-flight" -> "4,retry-after=0.5";
            case "delay", "clock-skew" -> "1500ms";
            case "drip" -> "3,20ms";
            case "next-link" -> "https://a.example/b@c=d?e=f%2Bg";
            default -> "";
        };
    }

    @ParameterizedTest
    @MethodSource("io.github.flexalerts.testkit.Fault#catalogue")
    void readsBackWhatItWrites(FaultDescription described) {
        String argument = argument(described);
        Fault fault = Fault.parse(described.name() + (argument.isEmpty() ? "" : "=" + argument));

        assertThat(fault.name()).isEqualTo(described.name());
        assertThat(Fault.parse(fault.toString())).hasToString(fault.toString());
        assertThat(fault.toString()).startsWith(described.name()).endsWith(argument);
    }

    @Test
    void describesEachFaultInOneSentence() {
        assertThat(Fault.catalogue()).extracting(FaultDescription::name).doesNotHaveDuplicates();
        assertThat(Fault.catalogue()).extracting(FaultDescription::description).allMatch(text -> text.endsWith("."));
        assertThat(Fault.catalogue())
                .extracting(FaultDescription::usage)
                .contains("hang", "delay=DURATION", "html[=STATUS]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hang",
                "hang@3",
                "hang@2-4",
                "hang@2-",
                "hang@every3",
                "hang@10%",
                "hang@rules.list",
                "hang@rules.create,rules.update",
                "hang@rules.list:2-4",
                "delay@rules.fetch:every2=200ms",
            })
    void printsTheSelectionAsParsed(String text) {
        assertThat(Fault.parse(text)).hasToString(text);
    }

    @Test
    void selectsByMethodsAsByText() {
        Fault hang = ConnectionFaults.hang();

        assertThat(hang.on("rules.list").onRequest(3)).hasToString("hang@rules.list:3");
        assertThat(hang.onRequests(2, 4).on("rules.list")).hasToString("hang@rules.list:2-4");
        assertThat(hang.fromRequest(2)).hasToString("hang@2-");
        assertThat(hang.everyRequest(3)).hasToString("hang@every3");
        assertThat(hang.atRate(10)).hasToString("hang@10%");
        assertThat(hang.on("rules.list").on()).hasToString("hang");
    }

    @ParameterizedTest
    @CsvSource({
        "nonsense, fault nonsense is unknown",
        "'', known are status",
        "hang=1, fault hang takes no argument",
        "delay, fault delay needs an argument: delay=DURATION",
        "delay=fast, a duration must be like 200ms",
        "delay=-1s, must not be negative",
        "status=99, a status must be between 200 and 599",
        "status=abc, must be a whole number from 1",
        "'status=503,body=xml', 'body must be json, html or none, was xml'",
        "status=body=none, at least one status is needed",
        "max-in-flight=0, must be a whole number from 1",
        "hang@sometimes, 'fault hang: the selection must be like 3, 2-4, 2-, every3 or 10%, was sometimes'",
        "hang@0, requests are counted from 1",
        "hang@4-2, requests are counted from 1",
        "hang@every0, every must be 1 or more",
        "hang@101%, the rate must be between 1% and 100%",
        "hang@rules.find, operation must be one of rules.create",
        "hang@rules.list:, the selection must be like",
    })
    void reportsTheProblemOfAText(String text, String complaint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.parse(text))
                .withMessageContaining(complaint)
                .withMessageStartingWith("fault ");
    }

    @Test
    void countsOnlyRequestsThatMatch() throws Exception {
        try (FakeFlex flex = FakeFlex.builder()
                .inject(Fault.parse("status@rules.create:2=503"), Fault.parse("status@every3=500"))
                .start()) {
            Caller caller = new Caller(flex);
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                statuses.add(caller.list("").statusCode());
                statuses.add(caller.create(Caller.BODY).statusCode());
            }

            assertThat(statuses).containsExactly(200, 201, 500, 503, 200, 500);
            assertThat(flex.requests().get(3).faults()).containsExactly("status");
            assertThat(flex.faults())
                    .extracting(Fault::toString)
                    .containsExactly("status@rules.create:2=503", "status@every3=500");
            flex.clearFaults();
            assertThat(flex.faults()).isEmpty();
        }
    }

    @Test
    void drawsARateFromTheSeed() throws Exception {
        List<Integer> first = statusesAtRate(1);

        assertThat(statusesAtRate(1)).isEqualTo(first);
        assertThat(statusesAtRate(2)).isNotEqualTo(first);
        assertThat(first).contains(200, 503);
    }

    private static List<Integer> statusesAtRate(long seed) throws Exception {
        try (FakeFlex flex = FakeFlex.builder()
                .randomSeed(seed)
                .inject(StatusFaults.status(503).atRate(30))
                .start()) {
            Caller caller = new Caller(flex);
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                statuses.add(caller.list("").statusCode());
            }
            return statuses;
        }
    }
}

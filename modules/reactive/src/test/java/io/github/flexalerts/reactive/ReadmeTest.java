package io.github.flexalerts.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.alert.AlertPlan;
import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.notification.Emails;
import io.github.flexalerts.core.rule.MetricId;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.core.rule.Threshold;
import io.github.flexalerts.core.rule.ThresholdOperator;
import io.github.flexalerts.reactive.internal.call.Failure;
import io.github.flexalerts.reactive.internal.call.RetryTable;
import io.github.flexalerts.reactive.transport.Operation;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README and docs/errors.md say, held against the code. */
class ReadmeTest {
    private static final Path HERE = Path.of("src/test/java/io/github/flexalerts/reactive/ReadmeTest.java");
    private static final String README = read(Path.of("../../README.md"));
    private static final String ERRORS = read(Path.of("../../docs/errors.md"));

    @Test
    void showsAnExampleThatCompiles() {
        String example = README.substring(README.indexOf("```java\n") + 8, README.indexOf("```\n\nNothing is sent"));
        assertThat(squeezed(read(HERE))).contains(squeezed(example));
        String alert = README.substring(README.lastIndexOf("```java\n") + 8, README.indexOf("```\n\n## Install"));
        assertThat(squeezed(read(HERE))).contains(squeezed(alert));
    }

    /** The example of the README; it is compiled, not run. */
    @SuppressWarnings({"unused", "SystemOut"})
    private static void example(String keySid, String secret, String instanceSid) {
        try (FlexAlertsClient client = FlexAlertsClient.builder()
                .credentials(Credentials.apiKey(keySid, secret))
                .instanceSid(instanceSid)
                .build()) {
            RuleSpec spec = RuleSpec.builder()
                    .friendlyName("waiting-too-long")
                    .metricId(MetricId.WAITING_NOW)
                    .taskChannelSid("TCaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
                    .taskQueueSids("WQaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
                    .active(true)
                    .thresholds(Threshold.critical(ThresholdOperator.GREATER_THAN, 5))
                    .notifyEnabled(false)
                    .build();
            client.rules()
                    .create(spec)
                    .thenMany(client.rules().list())
                    .doOnNext(System.out::println)
                    .blockLast();
        }
    }

    /** The example of an alert. */
    @SuppressWarnings("unused")
    private static void alert(String keySid, String secret, String accountSid, String instanceSid, RuleSpec spec) {
        Destinations destinations =
                Destinations.builder().emails(Emails.of("ops@example.com")).build();
        try (FlexAlertsClient client = FlexAlertsClient.builder()
                .credentials(Credentials.apiKey(keySid, secret))
                .accountSid(accountSid) // an API key does not tell it
                .instanceSid(instanceSid)
                .build()) {
            AlertCreation made =
                    client.alerts().create(AlertPlan.of(spec, destinations)).block();
        }
    }

    @Test
    void namesEveryOption() {
        Set<String> options = Arrays.stream(FlexAlertsClientBuilder.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .map(method -> method.getName())
                .filter(name -> !name.equals("build"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(firstColumn(README, "| option |")).containsExactlyInAnyOrderElementsOf(options);
    }

    @Test
    void namesEveryResource() {
        Set<String> resources = Arrays.stream(FlexAlertsClient.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> method.getReturnType().getSimpleName().matches("\\w+Operations|Mono"))
                .map(method -> method.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> named = firstColumn(README, "| resource |").stream()
                .map(cell -> cell.replaceAll("client\\.(\\w+)\\(.*", "$1"))
                .toList();
        assertThat(named).containsExactlyInAnyOrderElementsOf(resources);
    }

    @Test
    void namesEveryError() {
        Set<String> errors = Stream.concat(
                        Arrays.stream(FlexAlertsException.class.getPermittedSubclasses())
                                .map(Class::getSimpleName),
                        Stream.of("AccessDeniedException", "NotFoundException", "ThrottledException"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(firstColumn(ERRORS, "| error |")).containsExactlyInAnyOrderElementsOf(errors);
    }

    @Test
    void reportsWhichFailuresAreRetried() {
        List<String> rows = rows(ERRORS, "| failure |").stream()
                .map(row -> row.replaceAll(" \\([^|]*\\)", ""))
                .toList();
        List<String> table = Arrays.stream(Failure.values())
                .map(failure -> "| " + failure.word() + " | " + word(Operation.FETCH_RULE, failure) + " | "
                        + word(Operation.CREATE_RULE, failure) + " |")
                .toList();
        assertThat(rows).containsExactlyInAnyOrderElementsOf(table);
    }

    private static String word(Operation operation, Failure failure) {
        return switch (RetryTable.verdict(operation, failure)) {
            case REPEAT -> "repeat";
            case AMBIGUOUS -> "ambiguous";
            case FAIL -> "fail";
            case REAUTHORIZE -> "once, with a new token";
        };
    }

    private static List<String> firstColumn(String text, String head) {
        return rows(text, head).stream()
                .map(row -> row.split("\\|", -1)[1].strip().replace("`", ""))
                .toList();
    }

    private static List<String> rows(String text, String head) {
        return text.substring(text.indexOf(head))
                .lines()
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .toList();
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

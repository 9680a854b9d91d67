package io.github.flexalerts.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.flexalerts.bulk.ApplyEvent.Outcome;
import io.github.flexalerts.bulk.RuleChange.Action;
import io.github.flexalerts.reactive.Credentials;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.github.flexalerts.testkit.ConnectionFaults;
import io.github.flexalerts.testkit.StatusFaults;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class ApplyTest {
    @TempDir
    Path folder;

    @Test
    void restoresAHundredRulesWithTheirConfigurationsAndThenWritesNothing() {
        try (Flex flex = Flex.withRules(100);
                ExportFile file = flex.export(folder.resolve("f"), true)) {
            List<String> before = flex.content();
            flex.deleteAll();
            Plan plan = flex.plan(DesiredState.of(file), false);
            assertThat(flex.apply(plan, Journal.NOOP)).hasSize(100 + 34).allMatch(ApplyEvent::isDone);
            assertThat(flex.content()).isEqualTo(before);
            assertThat(flex.service.notificationConfigurations()).hasSize(34);
            flex.service.clearRequests();
            Plan again = flex.plan(DesiredState.of(file), true);
            assertThat(again.isEmpty()).isTrue();
            assertThat(flex.apply(again, Journal.NOOP)).isEmpty();
            assertThat(flex.writes()).isZero();
        }
    }

    @Test
    void refusesATargetThatMovedAndSaysWhat() {
        try (Flex flex = Flex.withRules(3);
                ExportFile file = flex.export(folder.resolve("f"), true)) {
            flex.client.rules().delete(flex.service.sids().get(0)).block(Flex.LIMIT);
            Plan plan = flex.plan(DesiredState.of(file), false);
            String changed = flex.service.sids().get(0);
            String gone = flex.service.sids().get(1);
            flex.client
                    .rules()
                    .modify(changed, spec -> spec.toBuilder().active(false).build())
                    .block(Flex.LIMIT);
            flex.client.rules().delete(gone).block(Flex.LIMIT);
            String added = flex.service.add(flex.spec("new"));
            flex.service.clearRequests();
            assertThatThrownBy(() -> flex.apply(plan, Journal.NOOP))
                    .isInstanceOfSatisfying(
                            TargetMovedException.class,
                            moved -> assertThat(moved.changes())
                                    .containsExactlyInAnyOrder(
                                            "rule " + changed + " was changed",
                                            "rule " + gone + " disappeared",
                                            "rule " + added + " appeared"));
            assertThat(flex.writes()).isZero();
        }
    }

    @Test
    void refusesTooManyDeletions() {
        try (Flex flex = Flex.withRules(2);
                ExportFile file = flex.export(folder.resolve("f"), true)) {
            for (int i = 0; i < 11; i++) {
                flex.service.add(flex.spec("extra-" + i));
            }
            Plan plan = flex.plan(DesiredState.of(file), true);
            assertThatThrownBy(() -> flex.apply(plan, Journal.NOOP))
                    .hasMessageContaining("the plan deletes 11 of 13 rules, and at most 10 may be deleted");
            assertThat(flex.writes()).isZero();
            assertThat(PlanApply.of(flex.client)
                            .maxDeletions(11)
                            .apply(plan, Journal.NOOP)
                            .collectList()
                            .block(Flex.LIMIT))
                    .allMatch(ApplyEvent::isDone);
            assertThat(flex.service.rules()).hasSize(2);
        }
    }

    @Test
    void doesNotOverwriteARuleThatChangesDuringTheRun() {
        try (Flex flex = Flex.withRules(2);
                ExportFile file = flex.export(folder.resolve("f"), true)) {
            String sid = flex.service.sids().get(0);
            flex.client
                    .rules()
                    .modify(sid, spec -> spec.toBuilder().active(false).build())
                    .block(Flex.LIMIT);
            flex.service.add(flex.spec("extra"));
            Plan plan = flex.plan(DesiredState.of(file), true);
            Recording journal = new Recording(Integer.MAX_VALUE);
            journal.before = () -> flex.client
                    .rules()
                    .modify(sid, spec -> spec.toBuilder().notifyEnabled(false).build())
                    .then();
            List<ApplyEvent> events = flex.apply(plan, journal);
            assertThat(events).extracting(ApplyEvent::outcome).containsExactly(Outcome.CONFLICT, Outcome.SKIPPED);
            assertThat(flex.service.rule(sid))
                    .containsEntry("notify_enabled", false)
                    .containsEntry("active", false);
            assertThat(flex.service.rules()).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void createsNoRuleTwiceWhenAnswersAreLost(int every) {
        try (Flex flex = Flex.withRules(20);
                ExportFile file = flex.export(folder.resolve("f"), true)) {
            List<String> before = flex.content();
            flex.service
                    .rules()
                    .forEach(rule -> flex.client
                            .rules()
                            .delete(String.valueOf(rule.get("sid")))
                            .block(Flex.LIMIT));
            flex.service.inject(
                    ConnectionFaults.createdThenReset().on("rules.create").everyRequest(every));
            List<ApplyEvent> events = flex.apply(flex.plan(DesiredState.of(file), false), Journal.NOOP);
            assertThat(events).allMatch(ApplyEvent::isDone);
            assertThat(flex.content()).isEqualTo(before);
        }
    }

    @Test
    void survivesThrottlingAndResetsBeforeTheServiceSawTheRequest() {
        try (Flex flex = Flex.withRules(30);
                ExportFile file = flex.export(folder.resolve("f"), true)) {
            List<String> before = flex.content();
            flex.deleteAll();
            Plan plan = flex.plan(DesiredState.of(file), false);
            flex.service.inject(
                    StatusFaults.retryAfter(429, "0").on("rules.create").atRate(30),
                    ConnectionFaults.resetBeforeHeaders().on("rules.create").everyRequest(4));
            assertThat(flex.apply(plan, Journal.NOOP)).allMatch(ApplyEvent::isDone);
            assertThat(flex.content()).isEqualTo(before);
        }
    }

    @Test
    void needsNoAccountWithoutConfigurations() {
        try (Flex flex = Flex.start();
                FlexAlertsClient client = FlexAlertsClient.builder()
                        .credentials(Credentials.apiKey(flex.service.apiKey(), flex.service.apiSecret()))
                        .baseUrl(flex.service.baseUrl())
                        .instanceSid(flex.service.instanceSid())
                        .build()) {
            DesiredState desired = DesiredState.ofRules(List.of(
                    flex.spec("one"),
                    flex.spec("two").toBuilder().notifyMethodsId("flex_x").build()));
            Plan plan = Planner.of(client).plan(desired).block(Flex.LIMIT);
            assertThat(PlanApply.of(client)
                            .apply(plan, Journal.NOOP)
                            .collectList()
                            .block(Flex.LIMIT))
                    .allMatch(ApplyEvent::isDone);
            assertThat(flex.service.rules()).hasSize(2);
        }
    }

    @Test
    void deletesNothingIfAWriteFailed() {
        try (Flex flex = Flex.withRules(3);
                ExportFile file = flex.export(folder.resolve("f"), true)) {
            flex.client.rules().delete(flex.service.sids().get(0)).block(Flex.LIMIT);
            flex.service.add(flex.spec("extra"));
            Plan plan = flex.plan(DesiredState.of(file), true);
            flex.service.inject(StatusFaults.status(400).on("rules.create"));
            assertThat(flex.apply(plan, Journal.NOOP))
                    .extracting(ApplyEvent::outcome)
                    .containsExactly(Outcome.FAILED, Outcome.SKIPPED);
            assertThat(flex.service.rules()).hasSize(3);
        }
    }

    @Test
    void deletesTheConfigurationOfADeletedRuleFirstUnlessAnotherRuleUsesIt() {
        try (Flex flex = Flex.start();
                ExportFile one = exportOf(flex, "rule-1")) {
            flex.service.clear();
            flex.seed(3); // rule-1 and rule-2 share a configuration, rule-3 has its own
            Plan plan = Planner.of(flex.client)
                    .delete(true)
                    .mapping(new Mapping(Map.of(), Map.of(), Map.of(), Map.of()))
                    .plan(DesiredState.of(one))
                    .block(Flex.LIMIT);
            assertThat(plan.count(Action.DELETE)).isEqualTo(2);
            assertThat(flex.apply(plan, Journal.NOOP)).allMatch(ApplyEvent::isDone);
            assertThat(flex.service.rules()).hasSize(1);
            List<String> deletes = flex.service.requests().stream()
                    .filter(request -> request.method().equals("DELETE"))
                    .map(request -> request.path().contains("Notification") ? "configuration" : "rule")
                    .toList();
            assertThat(deletes).endsWith("rule", "rule").startsWith("configuration");
        }
    }

    private ExportFile exportOf(Flex flex, String name) {
        flex.service.add(flex.spec(name));
        return flex.export(folder.resolve("one"), true);
    }

    /** A journal in memory, which fails from a position on, as a process that was killed there. */
    static final class Recording implements Journal {
        final List<JournalEntry> written = new ArrayList<>();
        private final int most;
        private final List<JournalEntry> earlier;
        Supplier<Mono<Void>> before = Mono::empty;

        Recording(int most, JournalEntry... earlier) {
            this.most = most;
            this.earlier = List.of(earlier);
        }

        @Override
        public List<JournalEntry> entries() {
            return earlier;
        }

        @Override
        public Mono<Void> write(List<JournalEntry> more) {
            return Mono.defer(() -> append(more) ? before.get() : Mono.error(new IllegalStateException("killed")));
        }

        private synchronized boolean append(List<JournalEntry> more) {
            for (JournalEntry entry : more) {
                if (written.size() >= most) {
                    return false;
                }
                written.add(entry);
            }
            return true;
        }
    }
}

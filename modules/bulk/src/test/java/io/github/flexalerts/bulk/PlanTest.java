package io.github.flexalerts.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.flexalerts.bulk.RuleChange.Action;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.notification.Subscriptions;
import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.core.rule.Severity;
import io.github.flexalerts.core.rule.Threshold;
import io.github.flexalerts.core.rule.ThresholdOperator;
import io.github.flexalerts.testkit.FakeFlex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {
    @TempDir
    Path folder;

    @Test
    void isEmptyForAnUnchangedTarget() {
        try (Flex flex = Flex.withRules(7);
                ExportFile file = flex.export(folder.resolve("f"), true)) {
            Plan plan = flex.plan(DesiredState.of(file), true);
            assertThat(plan.isEmpty()).isTrue();
            assertThat(plan.kept()).hasSize(7);
            assertThat(flex.writes()).isZero();
        }
    }

    @Test
    void createsUpdatesAndDeletesWithOldAndNewValues() {
        try (Flex flex = Flex.withRules(3);
                ExportFile file = flex.export(folder.resolve("f"), true)) {
            String first = flex.service.sids().get(0);
            flex.client
                    .rules()
                    .modify(first, spec -> spec.toBuilder().active(false).build())
                    .block(Flex.LIMIT);
            flex.client.rules().delete(flex.service.sids().get(1)).block(Flex.LIMIT);
            flex.service.add(flex.spec("extra"));

            Plan plan = flex.plan(DesiredState.of(file), true);

            assertThat(plan.count(Action.CREATE)).isEqualTo(1);
            assertThat(plan.count(Action.DELETE)).isEqualTo(1);
            assertThat(plan.rules().get(0).fields()).containsExactly(new FieldChange("active", false, true));
            assertThat(plan.rules()).extracting(RuleChange::name).containsExactly("rule-1", "rule-2", "extra");
            assertThat(flex.plan(DesiredState.of(file), false).count(Action.DELETE))
                    .isZero();
            assertThat(flex.plan(DesiredState.of(file), false).others()).hasSize(1);
        }
    }

    @Test
    void ignoresTheOrderOfQueuesAndThresholds() {
        try (Flex flex = Flex.start()) {
            Threshold warning = Threshold.warning(ThresholdOperator.GREATER_THAN, 3);
            Threshold critical = Threshold.critical(ThresholdOperator.GREATER_THAN, 5);
            RuleSpec spec =
                    flex.spec("one").toBuilder().thresholds(warning, critical).build();
            flex.service.add(spec);
            List<String> queues = new ArrayList<>(spec.taskQueueSids());
            Collections.reverse(queues);
            RuleSpec reordered = spec.toBuilder()
                    .taskQueueSids(queues)
                    .thresholds(critical, warning)
                    .build();
            assertThat(flex.plan(DesiredState.ofRules(List.of(reordered)), false)
                            .isEmpty())
                    .isTrue();
        }
    }

    @Test
    void doesNotCompareOptionalFieldsThatAListOmits() {
        try (Flex flex = Flex.start()) {
            RuleSpec spec = flex.spec("one");
            flex.service.add(spec.toBuilder().notifySeverity(Severity.WARNING).build());
            assertThat(flex.plan(DesiredState.ofRules(List.of(spec)), false).isEmpty())
                    .isTrue();
        }
    }

    @Test
    void reportsRepeatedKeysAsConflictsUnlessTheKeyHasMoreFields() {
        try (Flex flex = Flex.start()) {
            flex.service.add(flex.spec("same"));
            flex.service.add(flex.spec("same"));
            RuleSpec other = flex.spec("twice");
            Plan plan = flex.plan(DesiredState.ofRules(List.of(flex.spec("same"), other, other)), false);
            assertThat(plan.conflicts()).hasSize(2);
            assertThat(plan.conflicts().get(0).rules()).isEqualTo(flex.service.sids());
            assertThat(plan.conflicts().get(1).rules()).containsExactly("rule 2", "rule 3");
            assertThatThrownBy(() -> flex.apply(plan, Journal.NOOP)).hasMessageContaining("2 conflicts");

            RuleSpec single = other.toBuilder()
                    .taskQueueSids(other.taskQueueSids().subList(0, 1))
                    .build();
            Plan wider = Planner.of(flex.client)
                    .key(EnumSet.of(PlanKey.NAME, PlanKey.QUEUES, PlanKey.METRIC, PlanKey.CHANNEL))
                    .plan(DesiredState.ofRules(List.of(other, single)))
                    .block(Flex.LIMIT);
            assertThat(wider.conflicts()).isEmpty();
            assertThat(wider.count(Action.CREATE)).isEqualTo(2);
            assertThat(flex.writes()).isZero();
        }
    }

    @Test
    void refusesToDeleteWithoutAWholeOrWithAnEmptyDesiredState() {
        try (Flex flex = Flex.start();
                ExportFile empty = flex.export(folder.resolve("f"), false)) {
            flex.seed(3);
            assertThatThrownBy(() -> flex.plan(DesiredState.of(empty), true))
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContaining("all rules of the target would be deleted");
            assertThatThrownBy(() -> flex.plan(DesiredState.ofRules(List.of(flex.spec("x"))), true))
                    .hasMessageContaining("use an export");
            assertThat(flex.writes()).isZero();
        }
    }

    @Test
    void neverDeletesOutsideTheFilterOfAnExport() {
        try (Flex flex = Flex.withRules(2)) {
            flex.service.add(flex.spec("passive").toBuilder().active(false).build());
            Path path = folder.resolve("f");
            RuleExport.of(flex.client)
                    .query(RuleQuery.builder().active(true).build())
                    .writeTo(path)
                    .block(Flex.LIMIT);
            try (ExportFile file = ExportFile.open(path)) {
                flex.service.add(flex.spec("new"));
                Plan plan = flex.plan(DesiredState.of(file), true);
                assertThat(plan.rules()).extracting(RuleChange::name).containsExactly("new");
                assertThat(plan.others()).hasSize(1);
            }
        }
    }

    @Test
    void listsEverythingThatCannotBeMappedAtOnce() {
        try (Flex source = Flex.withRules(100);
                ExportFile file = source.export(folder.resolve("f"), true);
                Flex target = new Flex(
                        FakeFlex.builder().instanceSid("GO" + "b".repeat(32)).taskChannels("chat"))) {
            target.service.addTaskQueue(
                    String.valueOf(source.service.taskQueues().get(0).get("friendly_name")));
            target.service.addTaskQueue(
                    String.valueOf(source.service.taskQueues().get(0).get("friendly_name")));
            target.service.add(target.service.instanceSid(), source.spec("one-more"));

            assertThatThrownBy(() -> target.plan(DesiredState.of(file), false))
                    .isInstanceOfSatisfying(
                            PlanRefusedException.class,
                            refused -> assertThat(refused.problems())
                                    .extracting(PlanProblem::reason)
                                    .anyMatch(reason -> reason.contains("2 queues with its name"))
                                    .anyMatch(reason -> reason.contains("no queue with its name"))
                                    .anyMatch(reason -> reason.contains("no channel with its name"))
                                    .anyMatch(reason -> reason.contains("at most 100 rules")));
            assertThat(target.writes()).isZero();
        }
    }

    @Test
    void mapsUsersByNameAndRefusesDeactivatedOnes() {
        String other = "GO" + "b".repeat(32);
        try (Flex source = Flex.start();
                Flex target = new Flex(
                        FakeFlex.builder().instanceSid(other).randomSeed(9).taskChannels("voice"))) {
            String anna = source.service.addUser("Anna Example");
            String ttid = source.client
                    .notificationConfigurations()
                    .create(Destinations.builder()
                            .subscriptions(Subscriptions.of(anna))
                            .build())
                    .block(Flex.LIMIT)
                    .ttid();
            source.service.add(
                    source.spec("one").toBuilder().notifyMethodsId(ttid).build());
            for (int i = 0; i < 2; i++) {
                target.service.addTaskQueue(
                        String.valueOf(source.service.taskQueues().get(i).get("friendly_name")));
            }
            try (ExportFile file = source.export(folder.resolve("f"), true)) {
                assertThat(file.references()).anyMatch(each -> each.kind() == Reference.Kind.USER);
                assertThatThrownBy(() -> target.plan(DesiredState.of(file), false))
                        .hasMessageContaining("user " + anna + ": the target has no user with its name");
                target.service.addDeactivatedUser("Anna Example");
                assertThatThrownBy(() -> target.plan(DesiredState.of(file), false))
                        .hasMessageContaining("the user is deactivated at the target");
                assertThat(target.writes()).isZero();
                Plan plan = Planner.of(target.client)
                        .mapping(new Mapping(Map.of(), Map.of(), Map.of(anna, "FU1"), Map.of()))
                        .plan(DesiredState.of(file))
                        .block(Flex.LIMIT);
                assertThat(plan.configurations()
                                .get(0)
                                .desired()
                                .subscriptions()
                                .users())
                        .containsExactly("FU1");
            }
        }
    }

    @Test
    void mapsByNameAndByHand() {
        String other = "GO" + "b".repeat(32);
        try (Flex source = Flex.withRules(4);
                ExportFile file = source.export(folder.resolve("f"), true);
                Flex target = new Flex(
                        FakeFlex.builder().instanceSid(other).randomSeed(9).taskChannels("chat", "voice"))) {
            String name = String.valueOf(source.service.taskQueues().get(0).get("friendly_name"));
            String byName = target.service.addTaskQueue(name);
            String byHand = target.service.addTaskQueue("another");
            String second = String.valueOf(source.service.taskQueues().get(1).get("sid"));
            Plan plan = Planner.of(target.client)
                    .mapping(new Mapping(Map.of(second, byHand), Map.of(), Map.of(), Map.of()))
                    .plan(DesiredState.of(file))
                    .block(Flex.LIMIT);
            assertThat(plan.count(Action.CREATE)).isEqualTo(4);
            assertThat(plan.rules().get(0).desired().taskQueueSids()).containsExactly(byName, byHand);
            assertThat(plan.configurations()).hasSize(2);
            assertThat(target.apply(plan, Journal.NOOP)).allMatch(ApplyEvent::isDone);
            assertThat(target.service.notificationConfigurations()).hasSize(2);
            List<Map<String, @Nullable Object>> rules = target.service.rules();
            assertThat(rules.get(0).get("notify_methods_id"))
                    .isEqualTo(rules.get(1).get("notify_methods_id"));
        }
    }

    @Test
    void updatesAChangedConfigurationAndMergesOnlyWhenAsked() {
        try (Flex flex = Flex.withRules(3);
                ExportFile file = flex.export(folder.resolve("f"), true)) {
            String ttid = String.valueOf(
                    flex.service.notificationConfigurations().get(0).get("ttid"));
            flex.client
                    .notificationConfigurations()
                    .update(ttid, flex.destinations("changed"))
                    .block(Flex.LIMIT);
            Plan plan = flex.plan(DesiredState.of(file), false);
            assertThat(plan.rules()).isEmpty();
            assertThat(plan.configurations())
                    .singleElement()
                    .satisfies(change -> assertThat(change.ttid()).isEqualTo(ttid));
            assertThat(flex.apply(plan, Journal.NOOP)).allMatch(ApplyEvent::isDone);
            assertThat(flex.plan(DesiredState.of(file), false).isEmpty()).isTrue();
        }
    }

    @Test
    void refusesATargetWithARuleWithoutASid() {
        try (Flex flex = Flex.start()) {
            flex.service.add(Map.of("rule_friendly_name", "without"));
            assertThatThrownBy(() -> flex.plan(DesiredState.ofRules(List.of(flex.spec("x"))), false))
                    .hasMessageContaining("a rule without an SID");
        }
    }

    @Test
    void keepsARuleThatCannotBeWrittenButRefusesToCreateIt() {
        try (Flex flex = Flex.start()) {
            flex.service.addJson("{\"sid\":\"QY1\",\"rule_friendly_name\":\"odd\",\"rule_thresholds\":\"x\"}");
            try (ExportFile file = flex.export(folder.resolve("f"), false)) {
                assertThat(flex.plan(DesiredState.of(file), true).isEmpty()).isTrue();
                flex.service.clear();
                assertThatThrownBy(() -> flex.plan(DesiredState.of(file), false))
                        .hasMessageContaining("rule 1: ")
                        .hasMessageContaining("rule_thresholds");
            }
        }
    }

    @Test
    void refusesWrongOptions() {
        try (Flex flex = Flex.start()) {
            Planner planner = Planner.of(flex.client);
            assertThatThrownBy(() -> planner.key(Set.of())).hasMessageContaining("at least one field");
            assertThatThrownBy(() -> planner.maxRules(0)).hasMessage("rules must be at least 1, was 0");
            assertThatThrownBy(() -> PlanKey.parse("x")).hasMessageContaining("NAME, METRIC, CHANNEL, QUEUES");
            assertThatThrownBy(() -> Fingerprint.parse("x")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> PlanApply.of(flex.client).maxDeletions(-1)).hasMessageContaining("at least 0");
        }
    }

    @Test
    void mergesConfigurationsOnlyWhenAsked() {
        try (Flex flex = Flex.start()) {
            for (int i = 1; i <= 2; i++) {
                String ttid = flex.client
                        .notificationConfigurations()
                        .create(flex.destinations("same"))
                        .block(Flex.LIMIT)
                        .ttid();
                flex.service.add(
                        flex.spec("rule-" + i).toBuilder().notifyMethodsId(ttid).build());
            }
            try (ExportFile file = flex.export(folder.resolve("f"), true)) {
                flex.deleteAll();
                assertThat(flex.plan(DesiredState.of(file), false).configurations())
                        .hasSize(2);
                Plan merged = Planner.of(flex.client)
                        .mergeConfigurations(true)
                        .plan(DesiredState.of(file))
                        .block(Flex.LIMIT);
                assertThat(merged.configurations()).hasSize(1);
                assertThat(flex.apply(merged, Journal.NOOP)).hasSize(3).allMatch(ApplyEvent::isDone);
                assertThat(flex.service.notificationConfigurations()).hasSize(1);
            }
        }
    }

    @Test
    void keepsPersonalDataOutOfTexts() {
        try (Flex flex = Flex.withRules(2);
                ExportFile file = flex.export(folder.resolve("f"), true)) {
            flex.client.rules().delete(flex.service.sids().get(1)).block(Flex.LIMIT);
            Plan plan = flex.plan(DesiredState.of(file), false);
            String texts = plan.toString()
                    + plan.rules()
                    + plan.kept()
                    + plan.configurations()
                    + file.references()
                    + new FieldChange("rule_friendly_name", "rule-1", "rule-2")
                    + Mapping.NONE
                    + DesiredState.ofRules(List.of(flex.spec("rule-1")))
                    + flex.apply(plan, Journal.NOOP)
                    + new PlanProblem("user FU1", "rule-1", "gone");
            assertThat(texts).doesNotContain("rule-1", "rule-2", "example.com");
        }
    }

    @Test
    void isTheSameAfterWritingAndReading() {
        try (Flex flex = Flex.withRules(6);
                ExportFile file = flex.export(folder.resolve("f"), true)) {
            flex.client.rules().delete(flex.service.sids().get(1)).block(Flex.LIMIT);
            flex.client
                    .rules()
                    .modify(
                            flex.service.sids().get(0),
                            spec -> spec.toBuilder().active(false).build())
                    .block(Flex.LIMIT);
            flex.service.add(flex.spec("extra"));
            Plan plan = flex.plan(DesiredState.of(file), true);
            Path path = folder.resolve("p");
            PlanFile.write(path, plan);
            Plan read = PlanFile.read(path);
            assertThat(read.target()).isEqualTo(plan.target());
            assertThat(read.rules()).usingRecursiveComparison().isEqualTo(plan.rules());
            assertThat(read.key()).isEqualTo(Set.of(PlanKey.NAME));
            assertThat(read.kept()).isEqualTo(plan.kept());
        }
    }
}

package io.github.flexalerts.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.flexalerts.bulk.RolloutResult.Status;
import io.github.flexalerts.reactive.Account;
import io.github.flexalerts.reactive.Credentials;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.FakeFlexBuilder;
import io.github.flexalerts.testkit.StatusFaults;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RolloutTest {
    private static final int TARGETS = 12;

    @TempDir
    Path folder;

    private final Set<String> dead = new HashSet<>();
    private Flex source;
    private FakeFlex fleet;
    private Account account;
    private ExportFile file;

    @BeforeEach
    void start() {
        source = Flex.withRules(5);
        file = source.export(folder.resolve("f"), true);
        FakeFlexBuilder settings = FakeFlex.builder().randomSeed(7).taskChannels("voice");
        for (int i = 0; i < TARGETS; i++) {
            settings.instance(instance(i));
        }
        fleet = settings.start();
        source.service.taskQueues().forEach(queue -> fleet.addTaskQueue(String.valueOf(queue.get("friendly_name"))));
        account = Account.of(Credentials.authToken(fleet.accountSid(), fleet.authToken()));
    }

    @AfterEach
    void stop() {
        file.close();
        source.close();
        fleet.close();
    }

    private static String instance(int i) {
        return "GO" + String.format("%032x", i + 1);
    }

    private List<RolloutTarget> targets() {
        List<RolloutTarget> targets = new ArrayList<>();
        for (int i = 0; i < TARGETS; i++) {
            int index = i;
            targets.add(new RolloutTarget(
                    "t" + i,
                    i < 2 ? 1 : 2,
                    () -> client(index),
                    Mapping.NONE,
                    null,
                    folder.resolve("t" + i + ".journal")));
        }
        return targets;
    }

    private FlexAlertsClient client(int i) {
        if (dead.contains("t" + i)) {
            throw new IllegalStateException("dead");
        }
        return FlexAlertsClient.builder()
                .account(account)
                .baseUrl(fleet.baseUrl())
                .taskRouterUrl(fleet.baseUrl())
                .accountSid(fleet.accountSid())
                .workspaceSid(fleet.workspaceSid())
                .instanceSid(instance(i))
                .build();
    }

    private List<RolloutResult> run(Rollout rollout) {
        return rollout.run(targets()).collectList().block(Flex.LIMIT);
    }

    @Test
    void bringsAllLiveTargetsToTheDesiredStateAndThenWritesNothing() {
        dead.add("t7");
        List<RolloutResult> results = run(Rollout.of(DesiredState.of(file)));
        assertThat(results).filteredOn(RolloutResult::isDesired).hasSize(TARGETS - 1);
        assertThat(results)
                .filteredOn(result -> result.status() == Status.FAILED)
                .singleElement()
                .satisfies(failed -> {
                    assertThat(failed.target()).isEqualTo("t7");
                    assertThat(failed.error()).hasMessage("dead");
                });
        for (int i = 0; i < TARGETS; i++) {
            assertThat(fleet.rules(instance(i))).hasSize(i == 7 ? 0 : 5);
            assertThat(fleet.notificationConfigurations(instance(i))).hasSize(i == 7 ? 0 : 2);
        }
        assertThat(folder.toFile().list()).containsExactly("f");
        dead.clear();
        fleet.clearRequests();
        List<RolloutResult> again = run(Rollout.of(DesiredState.of(file)));
        assertThat(again)
                .filteredOn(result -> result.status() == Status.UNCHANGED)
                .hasSize(TARGETS - 1);
        assertThat(again)
                .filteredOn(result -> result.status() == Status.WRITTEN)
                .hasSize(1);
    }

    @Test
    void runsGroupsInOrderAndStopsAfterAnAllFailedGroup() {
        dead.addAll(List.of("t0", "t1"));
        List<RolloutResult> results = run(Rollout.of(DesiredState.of(file)));
        assertThat(results)
                .filteredOn(result -> result.status() == Status.NOT_STARTED)
                .hasSize(TARGETS - 2);
        assertThat(fleet.requestCount()).isZero();
    }

    @Test
    void startsNoFurtherTargetAfterTheMostFailures() {
        dead.addAll(List.of("t3", "t4", "t5"));
        List<RolloutResult> results =
                run(Rollout.of(DesiredState.of(file)).concurrency(1).maxFailures(2));
        assertThat(results).filteredOn(RolloutResult::isDesired).hasSize(3);
        assertThat(results)
                .filteredOn(result -> result.status() == Status.NOT_STARTED)
                .hasSize(TARGETS - 5);
    }

    @Test
    void writesNothingInADryRun() {
        List<RolloutResult> results = run(Rollout.of(DesiredState.of(file)).dryRun(true));
        assertThat(results).allMatch(result -> result.status() == Status.PLANNED && result.created() == 5);
        assertThat(fleet.requests()).allMatch(request -> request.method().equals("GET"));
    }

    @Test
    void continuesWithTheJournalOfATargetThatFailed() {
        fleet.inject(StatusFaults.status(400).on("rules.create").everyRequest(7));
        List<RolloutResult> results = run(Rollout.of(DesiredState.of(file)));
        long failed = results.stream()
                .filter(result -> result.status() == Status.FAILED)
                .count();
        assertThat(failed).isPositive();
        assertThat(folder.toFile().list()).hasSize((int) failed + 1);
        fleet.clearFaults();
        assertThat(run(Rollout.of(DesiredState.of(file)))).allMatch(RolloutResult::isDesired);
        for (int i = 0; i < TARGETS; i++) {
            assertThat(fleet.rules(instance(i))).hasSize(5);
            assertThat(fleet.notificationConfigurations(instance(i))).hasSize(2);
        }
    }

    @Test
    void refusesNamesThatOccurTwiceAndNumbersOutOfRange() {
        Rollout rollout = Rollout.of(DesiredState.of(file));
        List<RolloutTarget> twice = List.of(targets().get(0), targets().get(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rollout.run(twice))
                .withMessageContaining("unique");
        assertThatIllegalArgumentException().isThrownBy(() -> rollout.concurrency(0));
        assertThatIllegalArgumentException().isThrownBy(() -> rollout.maxFailures(0));
    }
}

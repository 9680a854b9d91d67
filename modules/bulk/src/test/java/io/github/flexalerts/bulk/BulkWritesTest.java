package io.github.flexalerts.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.flexalerts.bulk.WriteResult.Outcome;
import io.github.flexalerts.bulk.WriteResult.Settlement;
import io.github.flexalerts.core.error.NotFoundException;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.testkit.ConnectionFaults;
import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.StatusFaults;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class BulkWritesTest {
    private static Flux<WriteInput<Integer>> creates(Flex flex, int count) {
        return Flux.range(1, count).map(i -> WriteInput.create(flex.spec("rule-" + i), i));
    }

    @Test
    void createsAllInInputOrderWithTheirContexts() {
        try (Flex flex = Flex.start()) {
            flex.service.inject(ConnectionFaults.delay(Duration.ofMillis(30)).everyRequest(3));
            List<WriteResult<Integer>> results = BulkWrites.of(flex.client)
                    .concurrency(8)
                    .inputOrder()
                    .createAll(creates(flex, 40))
                    .collectList()
                    .block(Flex.LIMIT);
            assertThat(results)
                    .extracting(WriteResult::context)
                    .isEqualTo(IntStream.rangeClosed(1, 40).boxed().toList());
            assertThat(results).allMatch(result -> result.outcome() == Outcome.WRITTEN && result.rule() != null);
            assertThat(flex.service.rules()).hasSize(40);
        }
    }

    @Test
    void continuesAfterAFailureAndReturnsItsError() {
        try (Flex flex = Flex.start()) {
            flex.service.inject(StatusFaults.status(400).on("rules.create").onRequest(2));
            RuleSpec incomplete = new RuleSpec(
                    null, null, null, null, null, null, flex.spec("x").notification(), Map.of());
            List<WriteResult<Integer>> results = BulkWrites.of(flex.client)
                    .concurrency(1)
                    .createAll(creates(flex, 3).concatWithValues(WriteInput.create(incomplete, 4)))
                    .collectList()
                    .block(Flex.LIMIT);
            assertThat(results)
                    .extracting(WriteResult::outcome)
                    .containsExactly(Outcome.WRITTEN, Outcome.FAILED, Outcome.WRITTEN, Outcome.FAILED);
            assertThat(results.get(1).error()).hasMessageContaining("400");
            assertThat(results.get(3).error()).hasMessageContaining("rule_friendly_name");
        }
    }

    @Test
    void settlesALostAnswerByReadingBack() {
        try (Flex flex = Flex.start()) {
            flex.service.inject(
                    ConnectionFaults.createdThenReset().on("rules.create").onRequest(1),
                    ConnectionFaults.resetBeforeHeaders().on("rules.create").onRequest(2));
            List<WriteResult<Integer>> results = BulkWrites.of(flex.client)
                    .concurrency(1)
                    .createAll(creates(flex, 2))
                    .collectList()
                    .block(Flex.LIMIT);
            assertThat(results.get(0).outcome()).isEqualTo(Outcome.WRITTEN);
            assertThat(results.get(0).settlement()).isEqualTo(Settlement.FOUND);
            assertThat(results.get(1).outcome()).isEqualTo(Outcome.AMBIGUOUS);
            assertThat(results.get(1).settlement()).isEqualTo(Settlement.NOT_FOUND);
            assertThat(flex.service.rules()).hasSize(1);
        }
    }

    @Test
    void cannotSettleIfTwoRulesMatchOrTheListingFails() {
        try (Flex flex = Flex.start()) {
            flex.service.add(flex.spec("rule-1"));
            flex.service.inject(ConnectionFaults.createdThenReset().on("rules.create"));
            assertThat(BulkWrites.of(flex.client)
                            .createAll(creates(flex, 1))
                            .blockLast(Flex.LIMIT)
                            .settlement())
                    .isEqualTo(Settlement.UNRESOLVED);
            flex.service.inject(StatusFaults.status(400).on("rules.list"));
            assertThat(BulkWrites.of(flex.client)
                            .createAll(creates(flex, 1))
                            .blockLast(Flex.LIMIT)
                            .settlement())
                    .isEqualTo(Settlement.UNRESOLVED);
        }
    }

    @Test
    void updatesOnlyWhatDiffers() {
        try (Flex flex = Flex.withRules(2)) {
            List<String> sids = flex.service.sids();
            RuleSpec same =
                    flex.client.rules().fetch(sids.get(0)).block(Flex.LIMIT).spec();
            RuleSpec other = same.toBuilder().active(false).build();
            flex.service.clearRequests();
            List<WriteResult<String>> results = BulkWrites.of(flex.client)
                    .inputOrder()
                    .updateAll(Flux.just(
                            WriteInput.update(sids.get(0), same, "same"),
                            WriteInput.update(sids.get(1), other, "other"),
                            WriteInput.update("QY" + "0".repeat(32), other, "missing")))
                    .collectList()
                    .block(Flex.LIMIT);
            assertThat(results)
                    .extracting(WriteResult::outcome)
                    .containsExactly(Outcome.UNCHANGED, Outcome.WRITTEN, Outcome.FAILED);
            assertThat(results.get(2).error()).isInstanceOf(NotFoundException.class);
            assertThat(flex.writes()).isEqualTo(1);
        }
    }

    @Test
    void deletesAllAndAcceptsWhatIsGone() {
        try (Flex flex = Flex.withRules(3)) {
            Flux<WriteInput<String>> inputs = Flux.fromIterable(flex.service.sids())
                    .concatWithValues("QY" + "0".repeat(32))
                    .map(sid -> WriteInput.delete(sid, sid));
            List<WriteResult<String>> results = BulkWrites.of(flex.client)
                    .inputOrder()
                    .deleteAll(inputs)
                    .collectList()
                    .block(Flex.LIMIT);
            assertThat(results)
                    .extracting(WriteResult::outcome)
                    .containsExactly(Outcome.WRITTEN, Outcome.WRITTEN, Outcome.WRITTEN, Outcome.UNCHANGED);
            assertThat(flex.service.rules()).isEmpty();
        }
    }

    @Test
    void requestsNoMoreInputsThanItWritesAndStopsWhenCancelled() {
        try (Flex flex = Flex.start()) {
            AtomicLong requested = new AtomicLong();
            flex.service.inject(ConnectionFaults.hang().on("rules.create"));
            Flux<WriteInput<Integer>> inputs = creates(flex, 1000).hide().doOnRequest(requested::addAndGet);
            StepVerifier.create(BulkWrites.of(flex.client).concurrency(4).createAll(inputs), 1)
                    .thenAwait(Duration.ofMillis(300))
                    .thenCancel()
                    .verify(Flex.LIMIT);
            assertThat(requested).hasValue(4);
            flex.service.awaitNoConnections(Duration.ofSeconds(10));
        }
    }

    @Test
    void refusesAConcurrencyOutOfRange() {
        try (Flex flex = new Flex(FakeFlex.builder())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BulkWrites.of(flex.client).concurrency(0))
                    .withMessage("writes must be between 1 and 1000, was 0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PlanApply.of(flex.client).concurrency(1001));
        }
    }
}

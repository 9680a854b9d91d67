package io.github.flexalerts.reactive;

import static io.github.flexalerts.reactive.AccountTransport.TTID;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.error.OrphanedConfigurationException;
import io.github.flexalerts.reactive.AccountTransport.Fate;
import io.github.flexalerts.reactive.transport.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

class AlertDeleteTest extends AlertScenario {
    @Test
    void deletesTheConfigurationThenTheRule() {
        String sid = create(plan()).alert().rule().sid();
        account.calls.clear();
        assertThat(delete(sid)).isTrue();
        assertNothing();
        assertThat(account.calls).containsExactly("rules.fetch", "rules.list", "notifications.delete", "rules.delete");
    }

    @Test
    void keepsAConfigurationThatAnotherRuleRefersToWhenTheRuleGoes() {
        String sid = create(plan()).alert().rule().sid();
        account.rules.put("QY9", Map.of("sid", "QY9", "notify_methods_id", TTID + 1));
        delete(sid);
        assertThat(account.rules).containsOnlyKeys("QY9");
        assertThat(account.configurations).hasSize(1);
    }

    @Test
    void passesOverWhatIsGone() {
        assertThat(delete("QY404")).isFalse();
        String sid = create(plan()).alert().rule().sid();
        account.configurations.clear();
        delete(sid);
        assertNothing();
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"FETCH_RULE", "LIST_RULES", "DELETE_NOTIFICATION", "DELETE_RULE"})
    void finishesADeleteThatFailed(Operation step) {
        for (Fate fate : Fate.values()) {
            String sid = create(plan()).alert().rule().sid();
            account.fail(step, fate);
            failure(alerts.delete(sid));
            delete(sid);
            assertNothing();
        }
    }

    static Stream<Integer> calls() {
        return Stream.iterate(0, n -> n + 1).limit(6);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void finishesWhatAProcessThatWasKilledHadBegun(int answered) {
        String sid = create(plan()).alert().rule().sid();
        account.dieAfter(answered);
        Disposable killed = alerts.delete(sid).subscribe();
        account.revive();
        delete(sid);
        assertNothing();
        killed.dispose();
    }

    @Test
    void leavesNoConfigurationWhenTwoRulesAreDeletedAtOnce() {
        String sid = create(plan()).alert().rule().sid();
        account.rules.put("QY9", Map.of("sid", "QY9", "notify_methods_id", TTID + 1));
        Sinks.Empty<Void> gate = account.hold(Operation.LIST_RULES);
        Disposable both = Flux.just(sid, "QY9").flatMap(alerts::delete).subscribe();
        gate.tryEmitEmpty();
        assertThat(both.isDisposed()).isTrue();
        assertNothing();
    }

    @ParameterizedTest
    @EnumSource(Fate.class)
    void namesOrRepeatsWhatItSparedWhereTheRuleFails(Fate fate) {
        String sid = create(plan()).alert().rule().sid();
        account.rules.put("QY9", Map.of("sid", "QY9", "notify_methods_id", TTID + 1));
        Sinks.Empty<Void> gate = account.hold(Operation.DELETE_RULE);
        List<Throwable> errors = new ArrayList<>();
        account.fail(Operation.DELETE_RULE, fate);
        alerts.delete(sid).subscribe(done -> {}, errors::add);
        account.rules.remove("QY9");
        account.fail(Operation.DELETE_NOTIFICATION, Fate.REFUSED);
        gate.tryEmitEmpty();
        account.revive();
        delete(sid);
        assertThat(account.rules).isEmpty();
        List<String> named = errors.stream()
                .filter(OrphanedConfigurationException.class::isInstance)
                .map(error -> ((OrphanedConfigurationException) error).ttid())
                .toList();
        assertThat(named).containsAll(account.configurations.keySet());
    }
}

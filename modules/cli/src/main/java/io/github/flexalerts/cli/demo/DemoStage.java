package io.github.flexalerts.cli.demo;

import io.github.flexalerts.cli.io.Drain;
import io.github.flexalerts.reactive.RuleOperations;
import io.github.flexalerts.testkit.FakeFlex;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** What the steps of the demonstration share: the service, the client, and what the service's rules should be by now. */
final class DemoStage {
    private static final int AHEAD = 256;

    private final FakeFlex flex;
    private final RuleOperations rules;
    private final ExpectedRules expected;
    private final List<String> differences = new ArrayList<>();

    DemoStage(FakeFlex flex, RuleOperations rules) {
        this.flex = flex;
        this.rules = rules;
        this.expected = new ExpectedRules(flex.rules());
    }

    FakeFlex flex() {
        return flex;
    }

    RuleOperations rules() {
        return rules;
    }

    ExpectedRules expected() {
        return expected;
    }

    /** Begins a step: no fault and no request of the one before it is left. */
    void begin() {
        flex.clearFaults();
        flex.clearRequests();
    }

    /** Waits for a stream's end and returns its items. */
    <T> List<T> all(Publisher<T> source) {
        List<T> items = new ArrayList<>();
        Drain.each(source, AHEAD, items::add, () -> {});
        return items;
    }

    /** Notes it if something is not what it should be. */
    void same(String what, @Nullable Object expected, @Nullable Object actual) {
        if (!Objects.equals(expected, actual)) {
            differences.add(what + " should be " + expected + ", is " + actual);
        }
    }

    /** Compares all of the service's rules with what they should be, and returns what is not as it should be. */
    List<String> differences() {
        differences.addAll(expected.differences(flex.rules()));
        return differences;
    }
}

package io.github.flexalerts.cli.demo;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.ExitCode;
import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.testkit.ReceivedRequest;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The demonstration: one step after the other, each reported in two lines and verified with the state of the service. */
final class Demo {
    private static final List<Step> STEPS = List.of(
            new Step("stream", DemoReads::stream),
            new Step("take", DemoReads::take),
            new Step("resume", DemoReads::resume),
            new Step("create", DemoWrites::create),
            new Step("modify", DemoWrites::modify),
            new Step("delete", DemoWrites::delete),
            new Step("not found", DemoFailures::notFound),
            new Step("no answer", DemoFailures::noAnswer),
            new Step("hostile", DemoFailures::hostile));

    private final Console console;
    private final DemoStage stage;

    Demo(Console console, DemoStage stage) {
        this.console = console;
        this.stage = stage;
    }

    /** Goes through all steps, or up to the first that is not what it should be, and returns the exit code. */
    int run() {
        long begin = System.nanoTime();
        console.out()
                .println(String.format(
                        "A fake of the Flex API with %,d rules, at %s.",
                        stage.flex().rules().size(), stage.flex().baseUrl()));
        for (Step step : STEPS) {
            if (!show(step)) {
                return ExitCode.FAILED;
            }
        }
        console.out()
                .println(String.format(
                        "%nAll of it verified against the service's own state, in %,d ms.", millisSince(begin)));
        return ExitCode.DONE;
    }

    private boolean show(Step step) {
        stage.begin();
        long begin = System.nanoTime();
        String summary;
        try {
            summary = step.work().apply(stage);
        } catch (FlexAlertsException e) {
            console.say("flex-alerts demo: " + step.name() + ": " + e.getMessage());
            return false;
        }
        long millis = millisSince(begin);
        List<ReceivedRequest> requests = stage.flex().requests();
        List<String> differences = stage.differences();
        String verdict = differences.isEmpty() ? "verified" : "NOT as it should be";
        console.out().println(String.format("%n%-10s %s", step.name(), summary));
        console.out()
                .println(String.format(
                        "%-10s %,d ms; requests: %,d, retries: %,d; %s",
                        "", millis, requests.size(), repeated(requests), verdict));
        console.out().flush();
        differences.forEach(difference -> console.say("flex-alerts demo: " + step.name() + ": " + difference));
        return differences.isEmpty();
    }

    /** A request that asks for what one before it asked for was sent again: retried, or resumed. */
    private static long repeated(List<ReceivedRequest> requests) {
        long distinct = requests.stream()
                .map(request -> List.of(request.method(), request.target(), request.body()))
                .distinct()
                .count();
        return requests.size() - distinct;
    }

    private static long millisSince(long begin) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    /**
     * One thing that is shown.
     *
     * @param name in a word or two
     * @param work runs the step, checks it, and returns a summary in one line
     */
    private record Step(String name, Function<DemoStage, String> work) {}
}

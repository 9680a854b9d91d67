package io.github.flexalerts.cli;

import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.reactive.RuleOperations;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The creation of the rules of one input: read, sent and told one by one, several on the way at a time. */
final class Creation {
    private final Console console;
    private final RuleSource source;
    private final RuleWriter writer;
    private final Notes notes;
    private long read;
    private long created;
    private long refused;
    private long invalid;

    Creation(Console console, RuleSource source, OutputForm output) {
        this.console = console;
        this.source = source;
        this.notes = new Notes(console);
        this.writer = output == OutputForm.JSON ? new AdaptiveJsonWriter(console.out()) : output.many(console);
    }

    /** Creates all that can be created and returns the exit code. */
    int run(RuleOperations rules, int concurrency) {
        Progress progress = new Progress(console);
        try {
            Drain.each(
                    results(rules, concurrency),
                    concurrency,
                    result -> {
                        progress.advance();
                        tell(result);
                    },
                    console.out()::flush);
        } catch (InputException e) {
            invalid++;
            console.say(String.valueOf(e.getMessage()));
        } catch (DataOut.Closed e) {
            console.say("stdout was closed after " + created + " were created; more may stand: look with"
                    + " 'flex-alerts rules list'");
            return ExitCode.FAILED;
        } finally {
            progress.clear();
        }
        return end();
    }

    /** Reading may block, so it has a thread of its own; a rule is read when one of those on the way is done. */
    private Flux<Result> results(RuleOperations rules, int concurrency) {
        return Flux.<RuleInput>generate(sink -> {
                    RuleInput next = source.next();
                    if (next == null) {
                        sink.complete();
                    } else {
                        sink.next(next);
                    }
                })
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(input -> create(rules, input), concurrency, 1);
    }

    private static Mono<Result> create(RuleOperations rules, RuleInput input) {
        if (input.spec() == null) {
            return Mono.just(new Result(input, null, null));
        }
        return rules.create(input.spec())
                .map(rule -> new Result(input, rule, null))
                .onErrorResume(FlexAlertsException.class, error -> Mono.just(new Result(input, null, error)));
    }

    private void tell(Result result) {
        read++;
        notes.about(result.input());
        if (result.rule() != null) {
            created++;
            writer.write(result.rule());
        } else if (result.error() != null) {
            refused++;
            console.say("line " + result.input().line() + ": " + new Errors(console.env()).line(result.error()));
        } else {
            invalid++;
            console.say(result.input().complaint());
        }
    }

    private int end() {
        if (read + invalid == 0) {
            console.say(source.name() + " holds no rule");
            return ExitCode.INPUT;
        }
        if (created + refused == 0) {
            return ExitCode.INPUT;
        }
        if (writer instanceof AdaptiveJsonWriter adaptive && read > 1) {
            adaptive.many();
        }
        writer.end();
        if (read > 1 && console.terminal().showsProgress()) {
            console.say(created + " created, " + (refused + invalid) + " failed");
        }
        return refused + invalid == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    private record Result(
            RuleInput input, @Nullable Rule rule, @Nullable FlexAlertsException error) {}
}

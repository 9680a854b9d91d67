package io.github.flexalerts.cli.rules;

import io.github.flexalerts.cli.input.Notes;
import io.github.flexalerts.cli.input.RuleInput;
import io.github.flexalerts.cli.input.RuleSource;
import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.DataOut;
import io.github.flexalerts.cli.io.Drain;
import io.github.flexalerts.cli.io.Errors;
import io.github.flexalerts.cli.io.ExitCode;
import io.github.flexalerts.cli.io.InputException;
import io.github.flexalerts.cli.io.Progress;
import io.github.flexalerts.cli.output.AdaptiveJsonWriter;
import io.github.flexalerts.cli.output.ItemWriter;
import io.github.flexalerts.cli.output.OutputForm;
import io.github.flexalerts.core.error.AmbiguousOutcomeException;
import io.github.flexalerts.core.error.DecodingException;
import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.reactive.RuleOperations;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Creates the rules of one input, several at the same time, and reports each. If an answer is lost, it checks whether the rule
 * exists, and says so.
 */
final class CreationRun {
    private final Console console;
    private final RuleSource source;
    private final ItemWriter<? super Rule> writer;
    private final Notes notes;
    private long read;
    private long created;
    private long refused;
    private long invalid;

    CreationRun(Console console, RuleSource source, OutputForm output) {
        this.console = console;
        this.source = source;
        this.notes = new Notes(console);
        this.writer = output == OutputForm.JSON
                ? new AdaptiveJsonWriter(console.out())
                : output.many(console, RuleColumns.of(output));
    }

    /** Creates all that can be created and returns the exit code. */
    int run(RuleOperations rules, int concurrency) {
        Progress progress = new Progress(console, "rules");
        try {
            Drain.each(
                    results(rules, concurrency),
                    concurrency,
                    result -> {
                        progress.advance();
                        tell(result);
                    },
                    console.out()::flush);
            end();
        } catch (InputException e) {
            invalid++;
            console.say(String.valueOf(e.getMessage()));
        } catch (DataOut.Closed e) {
            console.say("stdout was closed after " + created + " were created; more may exist: check with"
                    + " 'flex-alerts rules list'");
            return ExitCode.FAILED;
        } finally {
            progress.clear();
        }
        return exitCode();
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
        RuleSpec spec = input.spec();
        if (spec == null) {
            return Mono.just(new Result(input, null, null, false));
        }
        return rules.create(spec)
                .map(rule -> new Result(input, rule, null, false))
                .onErrorResume(AmbiguousOutcomeException.class, lost -> settle(rules, input, spec, lost))
                .onErrorResume(FlexAlertsException.class, error -> Mono.just(new Result(input, null, error, false)));
    }

    /**
     * Looks whether the rule exists, and creates it if it does not. After a success that cannot be read the command does not
     * create again: the service did act on the request.
     */
    private static Mono<Result> settle(
            RuleOperations rules, RuleInput input, RuleSpec spec, AmbiguousOutcomeException lost) {
        if (lost.getCause() instanceof DecodingException) {
            return Mono.error(lost);
        }
        return rules.createIfAbsent(spec)
                .map(creation -> new Result(input, creation.rule(), null, !creation.created()))
                .onErrorMap(FlexAlertsException.class, unsettled -> lost);
    }

    private void tell(Result result) {
        read++;
        notes.about(result.input());
        if (result.rule() != null) {
            created++;
            writer.write(result.rule());
            if (result.found()) {
                console.say("note: line " + result.input().line()
                        + ": the answer was lost, but a rule of this name, metric," + " channel and queues exists: "
                        + result.rule().sid());
            }
        } else if (result.error() != null) {
            refused++;
            console.fail(
                    "line " + result.input().line() + ": " + new Errors(console.env()).line(result.error()),
                    result.error());
        } else {
            invalid++;
            console.say(result.input().complaint());
        }
    }

    private void end() {
        if (read == 0) {
            throw new InputException(source.name() + " contains no rule");
        }
        if (writer instanceof AdaptiveJsonWriter adaptive && read > 1) {
            adaptive.many();
        }
        if (created + refused > 0) {
            writer.end();
        }
        console.out().flush();
        if (read > 1 && console.terminal().showsProgress()) {
            console.say(created + " created, " + (refused + invalid) + " failed");
        }
    }

    private int exitCode() {
        if (created + refused == 0) {
            return ExitCode.INPUT;
        }
        return refused + invalid == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    /**
     * What became of one rule of the input.
     *
     * @param input where it came from
     * @param rule the new rule; null if it was not created
     * @param error why it does not; null if it does, or was never sent
     * @param found whether it was found standing after its answer was lost
     */
    private record Result(
            RuleInput input, @Nullable Rule rule, @Nullable FlexAlertsException error, boolean found) {}
}

package io.github.flexalerts.cli;

import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.github.flexalerts.reactive.RuleOperations;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Deletes rules, each for itself. */
@Command(
        name = "delete",
        description = "Deletes rules. Writes the SID of each one that it deleted.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  flex-alerts rules delete QY00000000000000000000000000000001"})
final class DeleteCommand implements Callable<Integer> {
    private static final int CONCURRENCY = 8;

    private final Console console;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Parameters(paramLabel = "SID", arity = "1..*", description = "The rules, QY...")
    private final List<String> sids = new ArrayList<>();

    private int exitCode = ExitCode.DONE;

    DeleteCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Settings settings = Settings.of(console.env(), service);
        try (FlexAlertsClient client = settings.client(0, service.instrumentation(console))) {
            List<Mono<Result>> calls = calls(client.rules());
            Flux<Result> results = Flux.fromIterable(calls).flatMap(call -> call, CONCURRENCY, 1);
            Drain.each(results, CONCURRENCY, this::tell, console.out()::flush);
        }
        return exitCode;
    }

    /** All SIDs are checked before the first request is sent. */
    private List<Mono<Result>> calls(RuleOperations rules) {
        List<Mono<Result>> calls = new ArrayList<>();
        for (String sid : new LinkedHashSet<>(sids)) {
            try {
                Result deleted = new Result(sid, null);
                calls.add(rules.delete(sid)
                        .thenReturn(deleted)
                        .onErrorResume(FlexAlertsException.class, error -> Mono.just(new Result(sid, error))));
            } catch (IllegalArgumentException e) {
                throw new InputException("'" + sid + "': " + e.getMessage());
            }
        }
        return calls;
    }

    private void tell(Result result) {
        if (result.error() == null) {
            console.out().println(result.sid());
            console.say("deleted " + result.sid());
        } else {
            exitCode = ExitCode.FAILED;
            console.say(result.sid() + ": " + new Errors(console.env()).line(result.error()));
        }
    }

    private record Result(String sid, @Nullable FlexAlertsException error) {}
}

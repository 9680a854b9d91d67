package io.github.flexalerts.cli.io;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Deletes things of one kind, each for itself and several at a time. */
public final class Deletion {
    private static final int CONCURRENCY = 8;

    private final Console console;
    private final Function<String, Mono<Boolean>> delete;
    private final int atATime;
    private int exitCode = ExitCode.DONE;

    /** Deletes what has to be there. */
    public Deletion(Console console, Function<String, Mono<Void>> delete) {
        this(console, id -> delete.apply(id).thenReturn(true), CONCURRENCY);
    }

    /**
     * Creates a deletion whose {@code delete} returns false if the rule did not exist. Alerts are deleted one by one: two at a time
     * could each keep a shared configuration for the other.
     */
    public Deletion(Console console, Function<String, Mono<Boolean>> delete, int atATime) {
        this.console = console;
        this.delete = delete;
        this.atATime = atATime;
    }

    /** Deletes all that can be deleted, prints each, and returns the exit code. */
    public int run(Collection<String> ids) {
        Flux<Result> results = Flux.fromIterable(calls(ids)).flatMap(call -> call, atATime, 1);
        Drain.each(results, atATime, this::tell, console.out()::flush);
        return exitCode;
    }

    /** All ids are checked before the first request is sent. */
    private List<Mono<Result>> calls(Collection<String> ids) {
        List<Mono<Result>> calls = new ArrayList<>();
        for (String id : new LinkedHashSet<>(ids)) {
            try {
                calls.add(delete.apply(id)
                        .map(wasThere -> new Result(id, wasThere, null))
                        .onErrorResume(error -> Mono.just(new Result(id, false, error))));
            } catch (IllegalArgumentException e) {
                throw new InputException("'" + id + "': " + e.getMessage());
            }
        }
        return calls;
    }

    private void tell(Result result) {
        if (result.error() == null && !result.wasThere()) {
            console.say(result.id() + " was not there");
        } else if (result.error() == null) {
            console.out().println(result.id());
            console.say("deleted " + result.id());
        } else {
            exitCode = ExitCode.FAILED;
            console.fail(result.id() + ": " + line(result.error()), result.error());
        }
    }

    private String line(Throwable error) {
        return error instanceof IllegalArgumentException
                ? Errors.unfit(error)
                : new Errors(console.env()).describe(error).line();
    }

    private record Result(
            String id, boolean wasThere, @Nullable Throwable error) {}
}

package io.github.flexalerts.bulk.internal.apply;

import io.github.flexalerts.bulk.DesiredState;
import io.github.flexalerts.bulk.RolloutResult;
import io.github.flexalerts.bulk.RolloutResult.Status;
import io.github.flexalerts.bulk.RolloutTarget;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One run over all targets. */
public final class RolloutRun {
    private final DesiredState desired;
    private final RolloutSettings settings;
    private final AtomicInteger failed = new AtomicInteger();
    private volatile boolean groupFailed;

    public RolloutRun(DesiredState desired, RolloutSettings settings) {
        this.desired = desired;
        this.settings = settings;
    }

    /** Runs one group after the other. */
    public Flux<RolloutResult> run(List<RolloutTarget> targets) {
        Map<Integer, List<RolloutTarget>> groups = targets.stream()
                .collect(Collectors.groupingBy(RolloutTarget::group, TreeMap::new, Collectors.toList()));
        return Flux.fromIterable(groups.values()).concatMap(this::group, 1);
    }

    private Flux<RolloutResult> group(List<RolloutTarget> targets) {
        AtomicInteger failures = new AtomicInteger();
        return Flux.fromIterable(targets)
                .flatMap(target -> Mono.defer(() -> start(target)), settings.concurrency(), 1)
                .doOnNext(result -> {
                    if (result.status() == Status.FAILED && failures.incrementAndGet() == targets.size()) {
                        groupFailed = true; // no target of the group works, so later groups do not start
                    }
                });
    }

    private Mono<RolloutResult> start(RolloutTarget target) {
        Integer most = settings.maxFailures();
        if (groupFailed || (most != null && failed.get() >= most)) {
            return Mono.just(
                    new RolloutResult(target.name(), target.group(), Status.NOT_STARTED, 0, 0, 0, null, Duration.ZERO));
        }
        return new TargetRun(desired, settings, target).run().doOnNext(result -> {
            if (result.status() == Status.FAILED) {
                failed.incrementAndGet();
            }
        });
    }
}

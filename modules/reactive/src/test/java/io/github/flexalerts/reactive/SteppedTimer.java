package io.github.flexalerts.reactive;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A timer on real time whose wall clock is set while it runs. */
public final class SteppedTimer implements Scheduler {
    private volatile long ahead;

    public void step(Duration by) {
        ahead = by.toMillis();
    }

    @Override
    public long now(TimeUnit unit) {
        return unit.convert(System.currentTimeMillis() + ahead, TimeUnit.MILLISECONDS);
    }

    @Override
    public Disposable schedule(Runnable task) {
        return Schedulers.parallel().schedule(task);
    }

    @Override
    public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
        return Schedulers.parallel().schedule(task, delay, unit);
    }

    @Override
    public Worker createWorker() {
        return Schedulers.parallel().createWorker();
    }
}

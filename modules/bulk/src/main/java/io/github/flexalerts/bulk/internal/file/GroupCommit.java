package io.github.flexalerts.bulk.internal.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

/** Appends lines to a file and syncs them together: while one sync runs, the next lines are collected. */
public final class GroupCommit {
    private final FileChannel file;
    private final Queue<Line> pending = new ConcurrentLinkedQueue<>();
    private final AtomicInteger work = new AtomicInteger();

    public GroupCommit(FileChannel file) {
        this.file = file;
    }

    /** Appends a line; completes when it is on disk. */
    public Mono<Void> append(byte[] line) {
        return Mono.create(sink -> {
            pending.add(new Line(line, sink));
            if (work.getAndIncrement() == 0) {
                Schedulers.boundedElastic().schedule(this::drain);
            }
        });
    }

    private void drain() {
        int missed = work.get();
        do {
            commit();
            missed = work.addAndGet(-missed);
        } while (missed != 0);
    }

    private void commit() {
        List<Line> batch = new ArrayList<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Line line = pending.poll(); line != null; line = pending.poll()) {
            batch.add(line);
            bytes.writeBytes(line.bytes());
            bytes.write('\n');
        }
        if (batch.isEmpty()) {
            return; // an earlier commit took the lines
        }
        try {
            ByteBuffer rest = ByteBuffer.wrap(bytes.toByteArray());
            while (rest.hasRemaining()) {
                file.write(rest);
            }
            file.force(false);
            batch.forEach(line -> line.sink().success());
        } catch (IOException e) {
            batch.forEach(line -> line.sink().error(new UncheckedIOException("the journal cannot be written", e)));
        }
    }

    /** A line that waits. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Line(byte[] bytes, MonoSink<Void> sink) {}
}

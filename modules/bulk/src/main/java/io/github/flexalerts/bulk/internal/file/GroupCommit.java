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

/** Appends to a file and syncs: while one sync runs, what follows is collected for the next one. */
public final class GroupCommit {
    private final FileChannel file;
    private final Queue<Lines> pending = new ConcurrentLinkedQueue<>();
    private final AtomicInteger work = new AtomicInteger();

    public GroupCommit(FileChannel file) {
        this.file = file;
    }

    /** Appends whole lines; completes when they are on disk. */
    public Mono<Void> append(byte[] lines) {
        return Mono.create(sink -> {
            pending.add(new Lines(lines, sink));
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
        List<Lines> batch = new ArrayList<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Lines line = pending.poll(); line != null; line = pending.poll()) {
            batch.add(line);
            bytes.writeBytes(line.bytes());
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

    /** Lines that wait. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Lines(byte[] bytes, MonoSink<Void> sink) {}
}

package io.github.flexalerts.bulk.internal.file;

import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.reactive.codec.JsonCodec;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rules of an export while they are listed: lines in a temporary file, and the SIDs to which they refer. */
public final class ExportSpool implements AutoCloseable {
    private static final String TYPE = "rule";

    private final Path file;
    private final OutputStream out;
    private final Set<String> configurations = new TreeSet<>();
    private final Set<String> queues = new TreeSet<>();
    private final Set<String> channels = new TreeSet<>();
    private int size;

    private ExportSpool(Path file) throws IOException {
        this.file = file;
        this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    public static ExportSpool create() throws IOException {
        return new ExportSpool(Files.createTempFile("flex-alerts-", ".ndjson"));
    }

    /** Adds a rule. */
    public void add(Rule rule) {
        try {
            out.write(SealedWriter.wrapped(TYPE, TYPE, JsonCodec.standard().write(rule)));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        size++;
        RuleSpec spec = rule.spec();
        if (spec.taskQueueSids() != null) {
            queues.addAll(spec.taskQueueSids());
        }
        add(channels, spec.taskChannelSid());
        add(configurations, spec.notification().methodsId());
    }

    private static void add(Set<String> sids, @Nullable String sid) {
        if (sid != null && !sid.isBlank()) {
            sids.add(sid);
        }
    }

    /** Copies all lines. */
    public void writeTo(SealedWriter writer) throws IOException {
        out.flush();
        try (InputStream in = Files.newInputStream(file)) {
            writer.lines(TYPE, in, size);
        }
    }

    public int size() {
        return size;
    }

    public Set<String> configurations() {
        return configurations;
    }

    public Set<String> queues() {
        return queues;
    }

    public Set<String> channels() {
        return channels;
    }

    @Override
    public void close() {
        try {
            out.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.github.flexalerts.bulk;

import io.github.flexalerts.bulk.internal.file.GroupCommit;
import io.github.flexalerts.bulk.internal.file.Ndjson;
import io.github.flexalerts.bulk.internal.file.OwnerFiles;
import io.github.flexalerts.bulk.internal.file.PlanLines;
import io.github.flexalerts.bulk.internal.file.SealedReader;
import io.github.flexalerts.reactive.codec.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A journal in a file: the plan, then one line for each intent and each outcome. Lines are synced to disk, many at a time. The
 * plan contains names and addresses, so only the owner can read the file. Opening and closing block.
 */
public final class JournalFile implements Journal, AutoCloseable {
    private final Plan plan;
    private final List<JournalEntry> entries;
    private final FileChannel file;
    private final GroupCommit commits;

    private JournalFile(Plan plan, List<JournalEntry> entries, FileChannel file) {
        this.plan = plan;
        this.entries = List.copyOf(entries);
        this.file = file;
        this.commits = new GroupCommit(file);
    }

    /**
     * Starts the journal of a plan and replaces a file of this name.
     *
     * @param path the file
     * @param plan the plan
     * @return the journal
     * @throws UncheckedIOException if the file cannot be written
     */
    public static JournalFile start(Path path, Plan plan) {
        PlanFile.write(path, plan);
        try {
            return new JournalFile(plan, List.of(), OwnerFiles.append(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Continues a journal. A last line that was cut off is ignored: its write was not sent, or is settled by reading back.
     *
     * @param path the file
     * @return the journal with the plan and the entries
     * @throws ExportFileException if the file is not a journal
     * @throws UncheckedIOException if the file cannot be read
     */
    public static JournalFile resume(Path path) {
        PlanLines.Reader reader = new PlanLines.Reader();
        List<JournalEntry> entries = new ArrayList<>();
        try {
            long[] end = new long[1];
            Plan plan = reader.plan(SealedReader.read(path, PlanFile.FORMAT, PlanLines.TYPES, reader, rest -> {
                end[0] = read(rest, entries);
            }));
            FileChannel file = OwnerFiles.append(path);
            file.truncate(end[0]);
            return new JournalFile(plan, entries, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the entries and returns the end of the last whole line. */
    private static long read(Ndjson lines, List<JournalEntry> entries) throws IOException {
        long end = lines.position();
        for (byte[] line = lines.next(); line != null && lines.isComplete(); line = lines.next()) {
            entries.add(entry(Ndjson.object(line, lines.number()), lines.number()));
            end = lines.position();
        }
        return end;
    }

    private static JournalEntry entry(Map<String, @Nullable Object> line, int number) {
        try {
            return new JournalEntry(
                    JournalEntry.Kind.valueOf(String.valueOf(line.get("type")).toUpperCase(Locale.ROOT)),
                    String.valueOf(line.get("step")),
                    line.get("id") instanceof String id ? id : null);
        } catch (IllegalArgumentException e) {
            throw new ExportFileException("line " + number + " of the journal has an unknown type");
        }
    }

    /**
     * Returns the plan.
     *
     * @return the plan with which the journal was started
     */
    public Plan plan() {
        return plan;
    }

    @Override
    public List<JournalEntry> entries() {
        return entries;
    }

    @Override
    public Mono<Void> write(List<JournalEntry> more) {
        return Mono.defer(() -> {
            StringBuilder lines = new StringBuilder(more.size() * 80);
            more.forEach(entry -> line(lines, entry));
            return commits.append(lines.toString().getBytes(StandardCharsets.UTF_8));
        });
    }

    private static void line(StringBuilder lines, JournalEntry entry) {
        lines.append("{\"type\":\"")
                .append(entry.kind().name().toLowerCase(Locale.ROOT))
                .append("\",\"step\":");
        text(lines, entry.step());
        if (entry.id() != null) {
            lines.append(",\"id\":");
            text(lines, entry.id());
        }
        lines.append("}\n");
    }

    /** Most texts are SIDs, which need no escapes. */
    private static void text(StringBuilder lines, String text) {
        if (text.chars().allMatch(c -> c > ' ' && c < 127 && c != '"' && c != '\\')) {
            lines.append('"').append(text).append('"');
        } else {
            lines.append(new String(JsonCodec.standard().write(text), StandardCharsets.UTF_8));
        }
    }

    /** Closes the file and keeps it. */
    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Closes and deletes the file, because nothing is left to do.
     *
     * @param path the file
     */
    public void remove(Path path) {
        close();
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.github.flexalerts.cli.bulk;

import io.github.flexalerts.bulk.RolloutResult;
import io.github.flexalerts.bulk.RolloutResult.Status;
import io.github.flexalerts.cli.io.JsonItems;
import io.github.flexalerts.cli.io.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The report of a rollout. */
final class RolloutReport {
    /**
     * A target and when it ended.
     *
     * @param result its result
     * @param reason why it failed; null otherwise
     * @param at the time since the start
     */
    record Entry(RolloutResult result, @Nullable String reason, Duration at) {}

    private final String source;
    private final Instant start = Instant.now();
    private final long nanos = System.nanoTime();
    private final List<Entry> entries = new ArrayList<>();

    RolloutReport(String source) {
        this.source = source;
    }

    void add(RolloutResult result, @Nullable String reason) {
        entries.add(new Entry(result, reason, Duration.ofNanos(System.nanoTime() - nanos)));
    }

    List<Entry> entries() {
        return entries;
    }

    String source() {
        return source;
    }

    Instant start() {
        return start;
    }

    /** Tells whether all targets have the rules; in a dry run, whether all have a plan. */
    boolean isDesired(boolean dryRun) {
        return entries.stream()
                .allMatch(entry ->
                        entry.result().isDesired() || (dryRun && entry.result().status() == Status.PLANNED));
    }

    /** Returns the number of targets of each status. */
    Map<Status, Integer> totals() {
        Map<Status, Integer> totals = new TreeMap<>();
        entries.forEach(entry -> totals.merge(entry.result().status(), 1, Integer::sum));
        return totals;
    }

    /** Returns the number of failed targets for each kind of error. */
    Map<String, Integer> errors() {
        Map<String, Integer> errors = new TreeMap<>();
        for (Entry entry : entries) {
            if (entry.result().error() != null) {
                errors.merge(entry.result().error().getClass().getSimpleName(), 1, Integer::sum);
            }
        }
        return errors;
    }

    /** Returns the totals in one line. */
    String counts() {
        StringBuilder counts = new StringBuilder(entries.size() + " targets");
        totals().forEach((status, count) ->
                counts.append(", ").append(count).append(' ').append(name(status)));
        return counts.toString();
    }

    static String name(Status status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    void writeJson(Path path) {
        Map<String, @Nullable Object> report = new LinkedHashMap<>();
        report.put("started_at", start.toString());
        report.put("finished_at", Instant.now().toString());
        report.put("from", source);
        Map<String, Object> totals = new LinkedHashMap<>();
        totals().forEach((status, count) -> totals.put(status.name().toLowerCase(Locale.ROOT), count));
        report.put("totals", totals);
        report.put("errors", errors());
        report.put(
                "targets",
                entries.stream()
                        .map(entry -> members(entry.result(), entry.reason()))
                        .toList());
        write(path, new String(JsonText.indented(JsonItems.json(report)), StandardCharsets.UTF_8) + "\n");
    }

    void writeHtml(Path path) {
        write(path, HtmlReport.of(this));
    }

    private static void write(Path path, String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the result of a target for programs. */
    static Map<String, @Nullable Object> members(RolloutResult result, @Nullable String reason) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("name", result.target());
        members.put("group", result.group());
        members.put("status", result.status().name().toLowerCase(Locale.ROOT));
        members.put("created", result.created());
        members.put("updated", result.updated());
        members.put("deleted", result.deleted());
        members.put("error", reason);
        members.put("elapsed_ms", result.elapsed().toMillis());
        return members;
    }
}

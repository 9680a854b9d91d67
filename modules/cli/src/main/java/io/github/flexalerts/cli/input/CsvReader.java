package io.github.flexalerts.cli.input;

import io.github.flexalerts.cli.io.InputException;
import io.github.flexalerts.cli.io.JsonItems;
import io.github.flexalerts.cli.io.JsonText;
import io.github.flexalerts.cli.output.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/** Takes a rule from each row of CSV whose first row names members as the API does, as {@link CsvWriter} writes it. */
final class CsvReader implements RuleSource.RuleReader {
    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvReadFeature.FAIL_ON_MISSING_HEADER_COLUMNS)
            .build();

    /** Members whose cells are JSON; the cells of all others are text. */
    private static final Set<String> JSON =
            Set.of("active", "rule_thresholds", "task_queue_sids", "notify_enabled", "notify_duration");

    private final String name;
    private final MappingIterator<Map<String, String>> rows;
    private boolean broken;

    CsvReader(String name, InputStream in) {
        this.name = name;
        this.rows = MAPPER.readerFor(Map.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable RuleInput next() {
        if (broken) {
            return null;
        }
        long line = 1;
        try {
            if (!rows.hasNextValue()) {
                return null;
            }
            line = rows.currentLocation().getLineNr();
            return rule(line, rows.nextValue());
        } catch (JacksonException e) {
            broken = true;
            return RuleInput.bad(
                    e.getLocation() == null ? line : e.getLocation().getLineNr(),
                    "not valid CSV; nothing after it was read");
        }
    }

    private static RuleInput rule(long line, Map<String, String> row) {
        Map<String, Object> members = new LinkedHashMap<>();
        try {
            row.forEach((member, cell) -> {
                if (!cell.isEmpty()) {
                    Object value = JSON.contains(member) ? value(member, cell) : cell;
                    if (value != null) {
                        members.put(member, value);
                    }
                }
            });
            return RuleInput.of(line, JsonItems.json(members));
        } catch (InputException e) {
            return RuleInput.bad(line, String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable Object value(String member, String cell) {
        try {
            return JsonText.strictly(cell.getBytes(StandardCharsets.UTF_8));
        } catch (InputException notJson) {
            throw new InputException(member + " must be JSON, as in a file that --output csv wrote");
        }
    }

    /** Tells whether a line is the header of such a file. */
    static boolean isHeader(String line) {
        return line.matches("\"?[a-z_]+\"?(,\"?[a-z_]+\"?)+");
    }

    @Override
    public void close() throws IOException {
        try {
            rows.close();
        } catch (JacksonException e) {
            throw new IOException(name, e);
        }
    }
}

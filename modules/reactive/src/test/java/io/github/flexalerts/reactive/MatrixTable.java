package io.github.flexalerts.reactive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The expectations of the fault matrix, as they stand in {@code fault-matrix/*.txt}. */
final class MatrixTable {
    private MatrixTable() {}

    /**
     * A row.
     *
     * @param fault the fault in its textual form
     * @param always whether it befalls every request that can show it, or the first one only
     * @param cells what is to come of each operation
     */
    record Row(String fault, boolean always, Map<MatrixColumn, String> cells) {
        String when() {
            return always ? "always" : "once";
        }
    }

    static List<Row> rows() {
        Map<String, List<String>> classes = new LinkedHashMap<>();
        lines("classes.txt").forEach(line -> classes.put(line.get(0), line.subList(1, line.size())));
        List<Row> rows = new ArrayList<>();
        for (List<String> fault : lines("faults.txt").toList()) {
            rows.add(row(fault, false, classes.get(fault.get(1) + " once")));
            rows.add(row(fault, true, classes.get(fault.get(1) + " always")));
        }
        return rows;
    }

    private static Row row(List<String> fault, boolean always, List<String> cells) {
        Map<MatrixColumn, String> expected = new LinkedHashMap<>();
        for (MatrixColumn column : MatrixColumn.all()) {
            boolean spared =
                    fault.size() > 3 && List.of(fault.get(3).split(" ")).contains(column.label());
            expected.put(column, spared ? "ok/1" : told(cells.get(column.expectation()), fault.get(2)));
        }
        return new Row(fault.get(0), always, expected);
    }

    private static String told(String cell, String error) {
        return cell.replaceFirst("\\berror\\b", error).replaceFirst("\\bambiguous\\b", "Ambiguous(" + error + ")");
    }

    private static Stream<List<String>> lines(String file) {
        return text(file)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList());
    }

    private static String text(String file) {
        try (InputStream in = MatrixTable.class.getResourceAsStream("/fault-matrix/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

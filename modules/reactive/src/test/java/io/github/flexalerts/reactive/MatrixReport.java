package io.github.flexalerts.reactive;

import io.github.flexalerts.reactive.MatrixTable.Row;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page that shows what came of every operation under every fault. */
final class MatrixReport {
    private static final String HEAD = """
            # The fault matrix

            Every operation of the client against every fault of the testkit's catalogue, over real HTTP, with three attempts,
            a listing of three pages, and a limit of ten pages. `FaultMatrixTest` generates this page. It also checks after each
            call that no connection is in use, no call waits, the governor counts nothing in flight, no rule was created twice,
            and no message contains a secret, a rule's name or the service's words. Generate the page again with
            `./mvnw -pl modules/reactive -am test -Dtest=FaultMatrixTest -Dmatrix.write=true -Dsurefire.failIfNoSpecifiedTests=false`.

            A cell shows the result of the call and the number of requests that the service received. `ok`: the documented value, and
            the write was done once. `short`: the listing ended without an error and without all rules. `half`: a workflow accepted
            a 404 that did not come from the service. `Ambiguous(…)`: an `AmbiguousOutcomeException` with that cause. An error means that the service
            changed nothing; `!` means that it changed something. `Orphaned(…)`: an `OrphanedConfigurationException` with that
            cause; with `!` the configuration still exists. *once*: the fault applies to the first request that can show it;
            *always*: to every request. If there is an `@`, the fault applies only to the operation after it.

            """;

    private MatrixReport() {}

    static String of(List<Row> rows, BiFunction<Row, MatrixColumn, String> outcome) {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("## Rules\n\n").append(table(rows, List.of(MatrixOperation.values()), outcome));
        page.append("\n## The other resources, and the workflow over all of them\n\n");
        return page.append(table(rows, List.of(MatrixResource.values()), outcome))
                .toString();
    }

    private static String table(
            List<Row> rows, List<? extends MatrixColumn> columns, BiFunction<Row, MatrixColumn, String> outcome) {
        StringBuilder table = new StringBuilder(line("fault", "when", columns, MatrixColumn::label));
        table.append("|---".repeat(columns.size() + 2)).append("|\n");
        rows.forEach(row -> table.append(line(
                "`" + row.fault() + "`",
                row.when(),
                columns,
                column -> outcome.apply(row, column).replace("/", " ×"))));
        return table.toString();
    }

    private static String line(
            String fault, String when, List<? extends MatrixColumn> columns, Function<MatrixColumn, String> cell) {
        return Stream.concat(Stream.of(fault, when), columns.stream().map(cell))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}

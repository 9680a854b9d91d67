package io.github.flexalerts.cli.output;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.InputException;
import io.github.flexalerts.cli.settings.Settings;
import io.github.flexalerts.reactive.ClientInstrumentation;
import io.github.flexalerts.reactive.FlexAlertsClient;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reactor.core.publisher.Flux;

/** How much of a listing is shown, and in which form. */
public final class ListOptions {
    @Option(names = "--limit", paramLabel = "N", description = "Stop after N items; no further page is requested.")
    private @Nullable Long limit;

    @Option(
            names = "--columns",
            paramLabel = "COLUMN",
            split = ",",
            description = "The columns of table and csv output, in this order, for example SID,NAME.")
    private final List<String> columns = new ArrayList<>();

    @Mixin
    private final OutputOption output = new OutputOption();

    /** Makes the client, which looks ahead only if nothing is left unread. */
    public FlexAlertsClient client(Settings settings, ClientInstrumentation instrumentation) {
        return settings.client(checkedLimit() == null ? 1 : 0, instrumentation);
    }

    /** Returns the limit, null if there is none. */
    @Nullable
    public Long checkedLimit() {
        if (limit != null && limit < 1) {
            throw new InputException("--limit must be at least 1, was " + limit);
        }
        return limit;
    }

    /** Writes as much as is asked for, in the columns that are asked for, of those that there are. */
    public <T> void write(Console console, Flux<T> items, String what, List<Column<T>> table, List<Column<T>> all) {
        List<Column<T>> standard = output.form == OutputForm.CSV ? all : table;
        ItemWriter<? super T> writer = output.form.many(console, columns.isEmpty() ? standard : chosen(all));
        Listings.write(console, limit == null ? items : items.take(limit), what, writer);
    }

    /** Fails before anything is sent if the columns do not exist, or if the form has none. */
    public void check(List<? extends Column<?>> all) {
        if (!columns.isEmpty() && !output.form.hasColumns()) {
            throw new InputException("--columns is for --output table and csv");
        }
        chosen(all);
    }

    private <C extends Column<?>> List<C> chosen(List<C> all) {
        return columns.stream().map(name -> column(name, all)).toList();
    }

    private static <C extends Column<?>> C column(String name, List<C> all) {
        return all.stream()
                .filter(column -> column.head().equalsIgnoreCase(name.strip())
                        || column.member().equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> new InputException("--columns must be of "
                        + String.join(", ", all.stream().map(Column::head).toList())));
    }
}

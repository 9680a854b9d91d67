package io.github.flexalerts.cli.rules;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.ExitCode;
import io.github.flexalerts.cli.io.InputException;
import io.github.flexalerts.cli.output.ListOptions;
import io.github.flexalerts.cli.settings.ServiceCommand;
import io.github.flexalerts.cli.settings.Settings;
import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.query.RuleQueryBuilder;
import io.github.flexalerts.core.query.Sort;
import io.github.flexalerts.reactive.FlexAlertsClient;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists rules, each written as it arrives. */
@Command(
        name = "list",
        description = "Lists rules.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  flex-alerts rules list --active true --sort -date_created --output ndjson"})
public final class ListCommand extends ServiceCommand {
    @Mixin
    private final ListOptions list = new ListOptions();

    @Mixin
    private final RuleFilters filter = new RuleFilters();

    @Option(
            names = "--sort",
            paramLabel = "FIELD",
            split = ",",
            description = "Order by date_created, date_updated, rule_friendly_name or metric_id; a leading - sorts in"
                    + " descending order. Repeatable.")
    private final List<String> sort = new ArrayList<>();

    @Option(
            names = "--page-size",
            paramLabel = "N",
            description = "Rules per request, 1 to 1000. Default: 1000, or the limit if that is less.")
    private @Nullable Integer pageSize;

    public ListCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        list.check(RuleColumns.ALL);
        RuleQuery query = query();
        Settings settings = settings();
        filter.warn(console);
        FilterWatch filters = new FilterWatch(query);
        try (FlexAlertsClient client = list.client(settings, instrumentation())) {
            list.write(
                    console, client.rules().list(query).filter(filters), "rules", RuleColumns.TABLE, RuleColumns.ALL);
        } finally {
            filters.warn(console);
        }
        return ExitCode.DONE;
    }

    private RuleQuery query() {
        Integer size = pageSize;
        if (size != null && (size < 1 || size > RuleQuery.MAX_PAGE_SIZE)) {
            throw new InputException("--page-size must be between 1 and " + RuleQuery.MAX_PAGE_SIZE + ", was " + size);
        }
        Long limit = list.checkedLimit();
        if (size == null && limit != null && limit < RuleQuery.MAX_PAGE_SIZE) {
            size = Math.toIntExact(limit);
        }
        RuleQueryBuilder query = filter.query()
                .checkFilters(false) // see FilterWatch
                .sort(sort.stream().map(Sort::parse).toArray(Sort[]::new));
        if (size != null) {
            query.pageSize(size);
        }
        return query.build();
    }
}

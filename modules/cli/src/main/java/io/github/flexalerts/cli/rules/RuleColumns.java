package io.github.flexalerts.cli.rules;

import io.github.flexalerts.cli.io.Colours;
import io.github.flexalerts.cli.output.Column;
import io.github.flexalerts.cli.output.Column.Width;
import io.github.flexalerts.cli.output.OutputForm;
import io.github.flexalerts.cli.output.TableLayout;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.Severity;
import io.github.flexalerts.core.rule.Threshold;
import io.github.flexalerts.core.rule.ThresholdOperator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of rules. */
final class RuleColumns {
    private static final Pattern CRITICAL = Pattern.compile("[^, ][^,]* crit");
    private static final Pattern WARNING = Pattern.compile("[^, ][^,]* warn");

    private static final Column<Rule> NAME = Column.of(
            "NAME",
            "rule_friendly_name",
            Width.cut(2, 8, 24),
            rule -> rule.spec().friendlyName());
    private static final Column<Rule> QUEUES = new Column<>(
            "QUEUES",
            "task_queue_sids",
            new Width(5, 6, TableLayout.SID, true, true),
            (rule, width) -> queues(rule.spec().taskQueueSids(), width),
            UnaryOperator.identity());

    /** What a table shows unless {@code --columns} says otherwise. */
    static final List<Column<Rule>> TABLE = List.of(
            Column.sid("sid", Rule::sid),
            Column.active("active", rule -> rule.spec().active()),
            Column.of(
                    "METRIC",
                    "metric_id",
                    Width.cut(3, 8, 29),
                    rule -> rule.spec().metricId()),
            new Column<>(
                    "THRESHOLDS",
                    "rule_thresholds",
                    Width.cut(4, 8, 22),
                    (rule, width) -> thresholds(rule.spec().thresholds()),
                    RuleColumns::coloured),
            QUEUES,
            NAME);

    /** All columns, which CSV shows unless {@code --columns} says otherwise. */
    static final List<Column<Rule>> ALL = List.of(
            TABLE.get(0),
            NAME,
            TABLE.get(1),
            TABLE.get(2),
            TABLE.get(3),
            Column.of(
                    "CHANNEL",
                    "task_channel_sid",
                    Width.cut(6, 8, 34),
                    rule -> rule.spec().taskChannelSid()),
            QUEUES,
            Column.of(
                    "NOTIFY",
                    "notify_enabled",
                    Width.cut(6, 6, 6),
                    rule -> Column.yesOrNo(rule.spec().notification().enabled())),
            Column.of(
                    "SEVERITY",
                    "notify_severity",
                    Width.cut(6, 8, 8),
                    rule -> rule.spec().notification().severity()),
            Column.of(
                    "DURATION",
                    "notify_duration",
                    Width.cut(6, 8, 12),
                    rule -> rule.spec().notification().duration()),
            Column.of(
                    "METHODS",
                    "notify_methods_id",
                    Width.cut(6, 8, 40),
                    rule -> rule.spec().notification().methodsId()),
            Column.of("CREATED", "date_created", Width.cut(6, 10, 20), Rule::dateCreated),
            Column.of("UPDATED", "date_updated", Width.cut(6, 10, 20), Rule::dateUpdated));

    private RuleColumns() {}

    /** Returns the columns that a form shows unless {@code --columns} says otherwise. */
    static List<Column<Rule>> of(OutputForm form) {
        return form == OutputForm.CSV ? ALL : TABLE;
    }

    private static @Nullable String thresholds(@Nullable List<Threshold> thresholds) {
        return thresholds == null || thresholds.isEmpty()
                ? null
                : thresholds.stream().map(RuleColumns::threshold).collect(Collectors.joining(", "));
    }

    private static String threshold(Threshold threshold) {
        return operator(threshold.operator()) + threshold.value() + " " + severity(threshold.type());
    }

    private static String operator(ThresholdOperator operator) {
        if (operator.equals(ThresholdOperator.GREATER_THAN)) {
            return ">";
        }
        return operator.equals(ThresholdOperator.LESSER_THAN) ? "<" : operator + " ";
    }

    private static String severity(Severity severity) {
        if (severity.equals(Severity.CRITICAL)) {
            return "crit";
        }
        return severity.equals(Severity.WARNING) ? "warn" : severity.toString().toLowerCase(Locale.ROOT);
    }

    /** The SID of the only queue if it has room, else how many there are. */
    private static @Nullable Object queues(@Nullable List<String> sids, int width) {
        if (sids == null || sids.isEmpty()) {
            return null;
        }
        return sids.size() == 1 && sids.get(0).length() <= width ? sids.get(0) : sids.size();
    }

    private static String coloured(String text) {
        String red =
                CRITICAL.matcher(text).replaceAll(found -> Matcher.quoteReplacement(Colours.RED.of(found.group())));
        return WARNING.matcher(red).replaceAll(found -> Matcher.quoteReplacement(Colours.YELLOW.of(found.group())));
    }
}

package io.github.flexalerts.cli;

import io.github.flexalerts.core.rule.Rule;
import org.jspecify.annotations.Nullable;

/** A line for each rule, in columns whose widths are known before the first rule has come. */
final class TableWriter implements ItemWriter<Rule> {
    private static final String GAP = " ".repeat(TableLayout.GAP);

    private final DataOut out;
    private final TableLayout layout;
    private boolean begun;

    TableWriter(DataOut out, TableLayout layout) {
        this.out = out;
        this.layout = layout;
    }

    @Override
    public void write(Rule rule) {
        begin();
        row(
                rule.sid(),
                active(rule.spec().active()),
                rule.spec().metricId(),
                rule.spec().friendlyName());
    }

    @Override
    public void end() {
        begin();
    }

    private void begin() {
        if (!begun) {
            begun = true;
            row("SID", "ACTIVE", "METRIC", "NAME");
        }
    }

    private void row(@Nullable String sid, String active, @Nullable Object metric, @Nullable String name) {
        StringBuilder line = new StringBuilder(Text.column(text(sid), Math.max(TableLayout.SID, width(sid))));
        if (layout.active() > 0) {
            line.append(GAP).append(Text.column(active, layout.active()));
        }
        if (layout.metric() > 0) {
            line.append(GAP).append(Text.column(text(metric), layout.metric()));
        }
        if (layout.name() > 0) {
            line.append(GAP).append(Text.fit(text(name), layout.name()));
        }
        out.println(line.toString().stripTrailing());
    }

    private static int width(@Nullable String sid) {
        return Text.width(text(sid));
    }

    private static String active(@Nullable Boolean active) {
        return active == null ? "-" : active ? "yes" : "no";
    }

    private static String text(@Nullable Object value) {
        return value == null ? "-" : Text.printable(value.toString());
    }
}

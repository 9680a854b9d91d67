package io.github.flexalerts.cli.bulk;

import io.github.flexalerts.bulk.ConfigurationChange;
import io.github.flexalerts.bulk.FieldChange;
import io.github.flexalerts.bulk.Plan;
import io.github.flexalerts.bulk.Plan.KnownRule;
import io.github.flexalerts.bulk.RuleChange;
import io.github.flexalerts.bulk.RuleChange.Action;
import io.github.flexalerts.cli.io.JsonItems;
import io.github.flexalerts.cli.io.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A plan for people: {@code +} creates, {@code ~} updates, {@code -} deletes, {@code =} keeps, {@code !} is a conflict. */
final class PlanText {
    private static final int MOST_UNCHANGED = 1000;
    private static final int MOST_VALUE = 200;

    private final Consumer<String> out;

    PlanText(Consumer<String> out) {
        this.out = line -> out.accept(Text.printable(line));
    }

    void print(Plan plan) {
        plan.configurations().forEach(this::print);
        plan.rules().forEach(this::print);
        plan.conflicts().forEach(each -> out.accept("! " + String.join(", ", each.rules()) + ": " + each.reason()));
        print("=", plan.kept(), "");
        print("?", plan.others(), "  (only at the target)");
        out.accept(counts(plan));
    }

    /** Returns the numbers of changes in one line. */
    static String counts(Plan plan) {
        return "plan for " + plan.instanceSid() + ": " + plan.count(Action.CREATE) + " to create, "
                + plan.count(Action.UPDATE) + " to update, " + plan.count(Action.DELETE) + " to delete, "
                + plan.kept().size() + " unchanged"
                + (plan.configurations().isEmpty()
                        ? ""
                        : ", " + plan.configurations().size() + " notification configurations to write")
                + (plan.others().isEmpty() ? "" : ", " + plan.others().size() + " only at the target")
                + (plan.conflicts().isEmpty() ? "" : ", " + plan.conflicts().size() + " conflicts");
    }

    static String sign(Action action) {
        return switch (action) {
            case CREATE -> "+";
            case UPDATE -> "~";
            case DELETE -> "-";
        };
    }

    private void print(ConfigurationChange change) {
        out.accept(sign(change.action()) + " notification configuration " + change.key()
                + (change.action() == Action.UPDATE ? "  (other destinations)" : ""));
    }

    private void print(RuleChange change) {
        String sid = change.sid() == null ? "" : "  " + change.sid();
        out.accept(sign(change.action()) + " " + change.name() + sid + "  (" + change.reason() + ")");
        for (FieldChange field : change.fields()) {
            out.accept("    " + field.field() + ": " + value(field.before()) + " -> " + value(field.after()));
        }
        if (change.configuration() != null && change.action() == Action.UPDATE) {
            out.accept("    notify_methods_id: a new notification configuration");
        }
    }

    private void print(String sign, List<KnownRule> rules, String note) {
        rules.stream()
                .limit(MOST_UNCHANGED)
                .forEach(rule ->
                        out.accept(sign + " " + (rule.name() == null ? "" : rule.name() + "  ") + rule.sid() + note));
        if (rules.size() > MOST_UNCHANGED) {
            out.accept(sign + " and " + (rules.size() - MOST_UNCHANGED) + " more" + note);
        }
    }

    private static String value(@Nullable Object value) {
        return value == null ? "none" : Text.fit(new String(JsonItems.json(value), StandardCharsets.UTF_8), MOST_VALUE);
    }
}

package io.github.flexalerts.cli;

import io.github.flexalerts.core.alert.AlertPlan;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.rule.RuleSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the plan of an alert: {@code rule} and {@code destinations}, or what {@code alerts describe} wrote. Messages name
 * members and no values.
 */
final class AlertInput {
    private static final String RULE = "rule";
    private static final String CONFIGURATION = "notification_configuration";
    private static final String METHODS = "notify_methods_id";

    private final Console console;
    private final Document file;

    private AlertInput(Console console, Document file) {
        this.console = console;
        this.file = file;
    }

    /** Reads a file, or stdin for {@code -}. */
    static AlertPlan read(Console console, String file) {
        return new AlertInput(console, Document.read(file, console.in())).plan();
    }

    private AlertPlan plan() {
        Document rule = file.member(RULE);
        if (rule == null) {
            throw new InputException(file.name() + ": rule is missing");
        }
        Document configuration = file.member(CONFIGURATION);
        Document destinations =
                configuration == null ? file.member("destinations") : configuration.member("destinations");
        Destinations to = destinations == null ? null : NotificationInput.destinations(destinations);
        RuleSpec spec = spec(rule, configuration);
        try {
            return new AlertPlan(spec, to, null);
        } catch (IllegalArgumentException e) {
            throw new InputException(file.name() + ": " + e.getMessage());
        }
    }

    /** A rule that was described names its own configuration, whose place the plan's destinations take. */
    private RuleSpec spec(Document rule, @Nullable Document configuration) {
        Map<Object, @Nullable Object> members = new HashMap<>(rule.members());
        Object ttid = configuration == null ? null : configuration.members().get("ttid");
        if (ttid != null && Objects.equals(ttid, members.get(METHODS))) {
            members.remove(METHODS);
        }
        RuleInput input = RuleInput.of(1, new Document(rule.name(), members).json());
        RuleSpec spec = input.spec();
        if (spec == null) {
            throw new InputException(rule.name() + ": " + input.problem());
        }
        new Notes(console).about(input);
        return spec;
    }
}

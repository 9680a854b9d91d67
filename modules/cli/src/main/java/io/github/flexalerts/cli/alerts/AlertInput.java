package io.github.flexalerts.cli.alerts;

import io.github.flexalerts.cli.input.Document;
import io.github.flexalerts.cli.input.Notes;
import io.github.flexalerts.cli.input.RuleInput;
import io.github.flexalerts.cli.input.RuleShape;
import io.github.flexalerts.cli.input.Shape;
import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.InputException;
import io.github.flexalerts.cli.notifications.NotificationInput;
import io.github.flexalerts.core.alert.AlertPlan;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.rule.RuleSpec;
import java.util.Collection;
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
    private static final String DESTINATIONS = "destinations";
    private static final String CONFIGURATION = "notification_configuration";
    private static final String METHODS = "notify_methods_id";
    private static final Shape FILE =
            Shape.object(Map.of(RULE, Shape.ANY, DESTINATIONS, Shape.ANY, CONFIGURATION, Shape.ANY));

    private final Console console;
    private final Document file;

    private AlertInput(Console console, Document file) {
        this.console = console;
        this.file = file;
    }

    /** Reads the plan of a new alert of a file, or of stdin for {@code -}. */
    static AlertPlan read(Console console, String file) {
        return new AlertInput(console, Document.read(file, console.in())).plan();
    }

    /** Reads the new plan of an existing alert: destinations must be given, even if they are null. */
    static AlertPlan readReplacement(Console console, String file) {
        AlertInput input = new AlertInput(console, Document.read(file, console.in()));
        AlertPlan plan = input.plan();
        if (plan.destinations() == null
                && plan.rule().notification().methodsId() == null
                && !input.file.has(DESTINATIONS)
                && !input.file.has(CONFIGURATION)) {
            throw new InputException(
                    input.file.name() + ": destinations is missing; write 'destinations: null' to delete the"
                            + " notification configuration");
        }
        return plan;
    }

    private AlertPlan plan() {
        FILE.check(file.name() + ": ", file.members(), Shape.REFUSE);
        Document rule = file.member(RULE);
        if (rule == null) {
            throw new InputException(file.name() + ": rule is missing");
        }
        if (file.has(DESTINATIONS) && file.has(CONFIGURATION)) {
            throw new InputException(
                    file.name() + ": destinations and notification_configuration say the same thing; keep one of them");
        }
        Document configuration = file.member(CONFIGURATION);
        Destinations to = destinations(configuration);
        RuleSpec spec = spec(rule, configuration);
        if (file.has(DESTINATIONS) && spec.notification().methodsId() != null) {
            throw new InputException(file.name() + ": notify_methods_id must not be set together with destinations");
        }
        try {
            return new AlertPlan(spec, to, null);
        } catch (IllegalArgumentException e) {
            throw new InputException(file.name() + ": " + e.getMessage());
        }
    }

    private void note(String path, Collection<String> known) {
        console.say("note: " + path + " is not documented, sent as it came");
    }

    private @Nullable Destinations destinations(@Nullable Document configuration) {
        NotificationInput input = new NotificationInput(console);
        if (configuration != null) {
            return input.configuration(configuration);
        }
        Document destinations = file.member(DESTINATIONS);
        return destinations == null ? null : input.destinations(destinations);
    }

    /** A rule that was described names its own configuration, whose place the plan's destinations take. */
    private RuleSpec spec(Document rule, @Nullable Document configuration) {
        Map<Object, @Nullable Object> members = new HashMap<>(rule.members());
        Object ttid = configuration == null ? null : configuration.members().get("ttid");
        if (ttid != null && Objects.equals(ttid, members.get(METHODS))) {
            members.remove(METHODS);
        }
        Object thresholds = members.get("rule_thresholds");
        if (thresholds != null) {
            RuleShape.THRESHOLDS.check(rule.name() + ": rule_thresholds", thresholds, this::note);
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

package io.github.flexalerts.cli.input;

import io.github.flexalerts.cli.io.InputException;
import io.github.flexalerts.cli.io.JsonText;
import io.github.flexalerts.core.error.InvalidSpecException;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.reactive.codec.CodecException;
import io.github.flexalerts.reactive.codec.JsonCodec;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One rule of the input, or what is wrong with it.
 *
 * @param line where it begins, from 1
 * @param spec the rule; null if it cannot be sent
 * @param problem why it cannot be sent, naming fields; null if it can
 * @param ignored members that are neither of a spec nor of a rule, and are not sent
 */
public record RuleInput(
        long line, @Nullable RuleSpec spec, @Nullable String problem, Set<String> ignored) {
    /** What the service adds to a rule: expected in the input, since a rule that was listed may be sent back. */
    private static final Set<String> SERVICE_MEMBERS =
            Set.of("sid", "account_sid", "instance_sid", "date_created", "date_updated", "url");

    /** Reads a rule of its JSON. */
    public static RuleInput of(long line, byte[] json) {
        try {
            List<String> faults = RuleShape.faults(JsonText.strictly(json));
            if (!faults.isEmpty()) {
                return bad(line, String.join("; ", faults));
            }
            Rule rule = JsonCodec.standard().read(json, Rule.class);
            RuleSpec spec = RuleSpec.builder().from(rule.spec()).build();
            Set<String> ignored = new TreeSet<>(rule.unread().keySet());
            ignored.removeAll(SERVICE_MEMBERS);
            return new RuleInput(line, spec, null, ignored);
        } catch (InputException | CodecException | InvalidSpecException e) {
            return bad(line, String.valueOf(e.getMessage()));
        }
    }

    /** Returns what cannot be sent. */
    static RuleInput bad(long line, String problem) {
        return new RuleInput(line, null, problem, Set.of());
    }

    /** Returns where the problem is and what it is. */
    public String complaint() {
        return "line " + line + ": " + problem;
    }
}

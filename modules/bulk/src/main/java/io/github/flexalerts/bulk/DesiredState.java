package io.github.flexalerts.bulk;

import io.github.flexalerts.bulk.internal.plan.ExportedState;
import io.github.flexalerts.bulk.internal.plan.ListedState;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.rule.RuleSpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules that a target should have: an {@link ExportFile}, or a list of rules. */
public interface DesiredState {

    /**
     * Returns the state in an export. It is the whole state of its filter, so a plan may delete other rules if that is asked
     * for, and null values of optional fields are compared.
     *
     * @param file the export
     * @return the desired state
     */
    static DesiredState of(ExportFile file) {
        return new ExportedState(file);
    }

    /**
     * Returns a list of rules that already have the identifiers of the target. It is not a whole state, so a plan never deletes
     * other rules, and optional fields that a rule omits are not compared.
     *
     * @param rules the rules
     * @return the desired state
     */
    static DesiredState ofRules(List<RuleSpec> rules) {
        return ofRules(rules, null);
    }

    /**
     * Returns a list of rules from a file; see {@link #ofRules(List)}.
     *
     * @param rules the rules
     * @param source what identifies the content of the file, so that a journal continues with the same rules only
     * @return the desired state
     */
    static DesiredState ofRules(List<RuleSpec> rules, @Nullable String source) {
        return new ListedState(List.copyOf(rules), source);
    }

    /**
     * Returns the instance from which the rules come.
     *
     * @return its SID; null if the rules have the identifiers of the target
     */
    @Nullable
    String instanceSid();

    /**
     * Returns what identifies the content of the file.
     *
     * @return the SHA-256 of an export, 64 hexadecimal digits; null if there is no file
     */
    @Nullable
    String source();

    /**
     * Tells whether these are all rules of the filter.
     *
     * @return true for an export
     */
    boolean isWhole();

    /**
     * Returns which rules the state covers.
     *
     * @return the filter; {@link RuleQuery#all()} if there is none
     */
    RuleQuery filter();

    /**
     * Returns the number of rules.
     *
     * @return the number of rules
     */
    int size();

    /**
     * Returns a rule; may read it from disk.
     *
     * @param index from 0 to {@link #size()} - 1
     * @return the rule
     */
    RuleSpec rule(int index);

    /**
     * Returns the notification configurations by their SIDs at the source.
     *
     * @return the destinations
     */
    Map<String, Destinations> configurations();

    /**
     * Returns the queues, channels and users of the source.
     *
     * @return the references
     */
    List<Reference> references();
}

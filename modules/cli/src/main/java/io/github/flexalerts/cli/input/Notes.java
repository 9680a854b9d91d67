package io.github.flexalerts.cli.input;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.Text;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** Says once of each member that is not of the API that it was left out: a misspelt one would go unseen. */
public final class Notes {
    private static final int MOST = 100;

    private final Console console;
    private final Set<String> said = new HashSet<>();

    public Notes(Console console) {
        this.console = console;
    }

    public void about(RuleInput input) {
        Set<String> fresh = new TreeSet<>(input.ignored());
        fresh.removeAll(said);
        if (!fresh.isEmpty() && said.size() < MOST) {
            said.addAll(fresh);
            console.say("note: line " + input.line() + ": not a member of a rule, left out: "
                    + Text.fit(String.join(", ", fresh), 500));
        }
        if (input.spec() != null) {
            aboutValues("line " + input.line(), input.spec());
        }
    }

    /** Says once of each member that its value is not of the reference; the value itself may be anything. */
    public void aboutValues(String place, Object item) {
        Set<String> fresh = OpenValues.undocumented(item);
        fresh.removeIf(name -> !said.add("value of " + name));
        if (!fresh.isEmpty()) {
            console.say(
                    "note: " + place + ": not a value of the reference, sent as it is: " + String.join(", ", fresh));
        }
    }
}

package io.github.flexalerts.bulk.internal.apply;

import io.github.flexalerts.bulk.JournalEntry;
import io.github.flexalerts.bulk.JournalEntry.Kind;
import io.github.flexalerts.bulk.RuleChange;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of steps, and what earlier runs did of them. */
final class Steps {
    private final Map<String, String> written = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    Steps(List<JournalEntry> entries) {
        for (JournalEntry entry : entries) {
            if (entry.kind() == Kind.INTENT) {
                open.add(entry.step());
            } else {
                open.remove(entry.step());
                if (entry.kind() == Kind.WRITTEN) {
                    written.put(entry.step(), entry.id() == null ? "" : entry.id());
                }
            }
        }
    }

    static String rule(RuleChange.Action action, String which) {
        return "rule." + action.name().toLowerCase(Locale.ROOT) + ":" + which;
    }

    static String configuration(RuleChange.Action action, String which) {
        return "configuration." + action.name().toLowerCase(Locale.ROOT) + ":" + which;
    }

    /** Returns the SID that an earlier run wrote; null if it did not. */
    @Nullable
    String written(String step) {
        return written.get(step);
    }

    /** Returns the SIDs that earlier runs wrote. */
    Collection<String> written() {
        return written.values();
    }

    /** Tells whether an earlier run sent the write, perhaps, and did not learn its outcome. */
    boolean isOpen(String step) {
        return open.contains(step);
    }

    /** Tells whether an earlier run may have sent the write. */
    boolean isStarted(String step) {
        return open.contains(step) || written.containsKey(step);
    }
}

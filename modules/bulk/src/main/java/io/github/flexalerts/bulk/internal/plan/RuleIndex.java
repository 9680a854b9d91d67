package io.github.flexalerts.bulk.internal.plan;

import io.github.flexalerts.bulk.Fingerprint;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Natural keys of desired rules in an open hash table of primitive arrays, so that many rules take little memory. */
final class RuleIndex {
    private final long[] high;
    private final long[] low;
    private final @Nullable String[] matched;
    private final int[] table;
    private int size;

    RuleIndex(int rules) {
        high = new long[rules];
        low = new long[rules];
        matched = new String[rules];
        table = new int[Integer.highestOneBit(Math.max(8, rules)) * 4];
        Arrays.fill(table, -1);
    }

    /** Adds the key of the next rule and returns the rule that has it already, or -1. */
    int add(Fingerprint key) {
        int slot = slot(key);
        int former = table[slot];
        if (former < 0) {
            table[slot] = size;
        }
        high[size] = key.high();
        low[size++] = key.low();
        return former;
    }

    /** Returns the first rule with this key, or -1. */
    int find(Fingerprint key) {
        return table[slot(key)];
    }

    /** Matches a rule with a rule of the target, and returns the SID that it matched before, or null. */
    @Nullable
    String match(int rule, String sid) {
        String former = matched[rule];
        matched[rule] = sid;
        return former;
    }

    boolean isMatched(int rule) {
        return matched[rule] != null;
    }

    private int slot(Fingerprint key) {
        int slot = (int) (key.low() ^ key.high()) & (table.length - 1);
        while (table[slot] >= 0 && (high[table[slot]] != key.high() || low[table[slot]] != key.low())) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }
}

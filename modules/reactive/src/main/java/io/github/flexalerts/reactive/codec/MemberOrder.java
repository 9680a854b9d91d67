package io.github.flexalerts.reactive.codec;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Guesses an object's next member from the one before it, for the objects of a list have their members in one order: to
 * compare bytes with a name costs less than to find out which name they are. Of one page, so of one thread at a time.
 *
 * @param <M> the members, the last of which stands for all others
 */
final class MemberOrder<M extends Enum<M> & MemberName> {
    private final M[] declared;
    private M[] guesses;

    /**
     * Begins with the order of declaration.
     *
     * @param declared {@link #declared(Enum[])}; shared, and so copied before anything is learned
     */
    MemberOrder(M[] declared) {
        this.declared = declared;
        this.guesses = declared;
    }

    /** Returns the first guesses: of the beginning the first member, and of each member the next one. */
    static <M extends Enum<M> & MemberName> M[] declared(M[] members) {
        M[] guesses = Arrays.copyOf(members, members.length + 1);
        guesses[members.length] = members[0];
        return guesses;
    }

    /**
     * Passes over the next name.
     *
     * @param last the member before it, null at the beginning of the object
     * @return the member; one that stands for others is {@link NotPlain}
     */
    @SuppressWarnings("EnumOrdinal") // an EnumMap looks at the key's class first, for each member of each rule
    M next(PlainJson json, @Nullable M last) {
        int place = last == null ? 0 : last.ordinal() + 1;
        return json.skipName(guesses[place]) ? guesses[place] : learned(place, named(json));
    }

    private M learned(int place, M member) {
        if (guesses == declared) {
            guesses = declared.clone();
        }
        guesses[place] = member;
        return member;
    }

    private M named(PlainJson json) {
        int others = declared.length - 2;
        for (int i = 0; i < others; i++) {
            if (json.skipName(declared[i])) {
                return declared[i];
            }
        }
        json.skipText(); // it may not be whole yet
        throw new NotPlain();
    }
}

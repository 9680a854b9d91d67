package io.github.flexalerts.reactive.codec;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Guesses an object's next member from the one before it, for the objects of a list have their members in one order: to
 * compare bytes with a name costs less than to find out which name they are. Of one page, so of one thread at a time.
 *
 * @param <M> the members
 */
final class MemberOrder<M extends Enum<M> & MemberName> {
    private final M[] members;
    private final @Nullable M[] guesses;

    /**
     * Begins with the order of declaration.
     *
     * @param members all of them
     */
    MemberOrder(M[] members) {
        this.members = members;
        this.guesses = Arrays.copyOf(members, members.length + 1);
    }

    /**
     * Passes over the next name.
     *
     * @param last the member before it, null at the beginning of the object or after an unknown one
     * @return the member, null if it is an unknown one
     */
    @Nullable
    @SuppressWarnings("EnumOrdinal") // an EnumMap looks at the key's class first, for each member of each rule
    M next(PlainJson json, @Nullable M last) {
        int place = last == null ? 0 : last.ordinal() + 1;
        M guess = guesses[place];
        return guess != null && json.skipName(guess) ? guess : learned(place, json);
    }

    private @Nullable M learned(int place, PlainJson json) {
        for (M member : members) {
            if (json.skipName(member)) {
                guesses[place] = member;
                return member;
            }
        }
        json.skipUnknownName();
        return null;
    }
}

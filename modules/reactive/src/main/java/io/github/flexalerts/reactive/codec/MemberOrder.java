package io.github.flexalerts.reactive.codec;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Guesses an object's next member from the one before it, for the objects of a list have their members in one order: to
 * compare bytes with a name costs less than to find out which name they are. Of one page, so of one thread at a time.
 *
 * @param <M> the members, the last of which stands for all others
 */
final class MemberOrder<M extends Enum<M> & MemberName> {
    private final M[] members;
    private final M[] successors;

    /** The first guess is the order in which the members are declared. */
    MemberOrder(M[] members) {
        this.members = members;
        this.successors = Arrays.copyOf(members, members.length + 1);
        this.successors[members.length] = members[0];
    }

    /**
     * Moves the parser on to the next name.
     *
     * @param last the member before it, null at the beginning of the object
     * @return the member, null at the end of the object
     */
    @Nullable
    @SuppressWarnings("EnumOrdinal") // an EnumMap looks at the key's class first, for each member of each rule
    M next(JsonParser parser, @Nullable M last) {
        int place = last == null ? 0 : last.ordinal() + 1;
        M guess = successors[place];
        if (parser.nextName(guess.json())) {
            return guess;
        }
        if (parser.currentToken() != JsonToken.PROPERTY_NAME) {
            return null;
        }
        M member = named(parser.currentName());
        successors[place] = member;
        return member;
    }

    private M named(String name) {
        for (M member : members) {
            if (member.json().getValue().equals(name)) {
                return member;
            }
        }
        return members[members.length - 1];
    }
}

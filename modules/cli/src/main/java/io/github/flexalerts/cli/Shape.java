package io.github.flexalerts.cli;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a member of a file may hold. Messages name members by their paths and quote no values. */
@FunctionalInterface
interface Shape {
    Shape ANY = (path, value, unknown) -> {};
    Shape TEXT = scalar("text", String.class);
    Shape FLAG = scalar("true or false", Boolean.class);
    Shape WHOLE_NUMBER = scalar("a whole number", Integer.class, Long.class);

    /** Refuses what is unknown, for a misspelt member would otherwise go unseen. */
    BiConsumer<String, Collection<String>> REFUSE = (path, known) -> {
        throw new InputException(path + " is unknown; there may be "
                + String.join(", ", known.stream().sorted().toList()));
    };

    /**
     * Throws an {@link InputException} if a value is of another shape.
     *
     * @param path where the value is
     * @param value the value
     * @param unknown is told the path of each member that is not of the shape, and which are
     */
    void check(String path, @Nullable Object value, BiConsumer<String, Collection<String>> unknown);

    /** Returns the shape of a list; null is no element. */
    static Shape list(Shape element) {
        return (path, value, unknown) -> {
            if (!(value instanceof List<?> elements)) {
                throw new InputException(path + " must be a list");
            }
            for (int i = 0; i < elements.size(); i++) {
                element.check(path + "[" + i + "]", elements.get(i), unknown);
            }
        };
    }

    /** Returns the shape of an object, each of whose members may be null or absent. */
    static Shape object(Map<String, Shape> members) {
        return (path, value, unknown) -> {
            if (!(value instanceof Map<?, ?> given)) {
                throw new InputException(path + " must be an object");
            }
            given.forEach((name, held) -> {
                String where = (path.endsWith(": ") ? path : path + ".") + Text.memberName(String.valueOf(name));
                Shape shape = members.get(String.valueOf(name));
                if (shape == null) {
                    unknown.accept(where, members.keySet());
                } else if (held != null) {
                    shape.check(where, held, unknown);
                }
            });
        };
    }

    private static Shape scalar(String what, Class<?>... types) {
        return (path, value, unknown) -> {
            if (Stream.of(types).noneMatch(type -> type.isInstance(value))) {
                throw new InputException(path + " must be " + what);
            }
        };
    }
}

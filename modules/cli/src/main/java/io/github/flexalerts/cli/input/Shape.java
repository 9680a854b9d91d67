package io.github.flexalerts.cli.input;

import io.github.flexalerts.cli.io.InputException;
import io.github.flexalerts.cli.io.Text;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a member of a file may hold. Messages name members by their paths. */
@FunctionalInterface
public interface Shape {
    Shape ANY = (path, value, report) -> {};
    Shape TEXT = scalar("text", String.class);
    Shape FLAG = scalar("true or false", Boolean.class);
    Shape WHOLE_NUMBER = scalar("a whole number", Integer.class, Long.class);

    /** Refuses an unknown member, for a misspelt one would otherwise have no effect. */
    Report REFUSE = (path, known) -> {
        throw new InputException(path + " is unknown; there may be "
                + String.join(", ", known.stream().sorted().toList()));
    };

    /** Learns what is not of the shape. */
    @FunctionalInterface
    interface Report {
        /** There is a member that the shape does not have; {@code known} are those that it has. */
        void unknown(String path, Collection<String> known);

        /** A value is of another shape; the fault says where, what it must be and what was found. */
        default void wrong(String fault) {
            throw new InputException(fault);
        }
    }

    /** Reports what is not of this shape in a value. */
    void check(String path, @Nullable Object value, Report report);

    /** Returns the shape of a list; null is no element. */
    static Shape list(Shape element) {
        return (path, value, report) -> {
            if (value instanceof List<?> elements) {
                for (int i = 0; i < elements.size(); i++) {
                    element.check(path + "[" + i + "]", elements.get(i), report);
                }
            } else {
                report.wrong(path + " must be a list, found " + Found.kind(value));
            }
        };
    }

    /** Returns the shape of an object, each of whose members may be null or absent. */
    static Shape object(Map<String, Shape> members) {
        return (path, value, report) -> {
            if (value instanceof Map<?, ?> given) {
                given.forEach((name, held) -> member(members, path, String.valueOf(name), held, report));
            } else {
                report.wrong((path.isEmpty() ? "a rule" : path) + " must be an object, found " + Found.kind(value));
            }
        };
    }

    private static void member(
            Map<String, Shape> members, String path, String name, @Nullable Object held, Report report) {
        String where = (path.isEmpty() || path.endsWith(": ") ? path : path + ".") + Text.memberName(name);
        Shape shape = members.get(name);
        if (shape == null) {
            report.unknown(where, members.keySet());
        } else if (held != null) {
            shape.check(where, held, report);
        }
    }

    /** A value in the place of a name or an address may be personal, so the message does not quote it. */
    private static Shape scalar(String what, Class<?>... types) {
        boolean isText = types[0] == String.class;
        return (path, value, report) -> {
            if (Stream.of(types).noneMatch(type -> type.isInstance(value))) {
                report.wrong(
                        path + " must be " + what + ", found " + (isText ? Found.kind(value) : Found.value(value)));
            }
        };
    }
}

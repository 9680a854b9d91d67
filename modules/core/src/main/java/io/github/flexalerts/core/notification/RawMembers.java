package io.github.flexalerts.core.notification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object as they came. What is taken in its documented shape goes, and all else stays raw: one odd member
 * must not hide the others, least of all the id of a configuration.
 */
final class RawMembers {
    private final Map<String, @Nullable Object> left;

    RawMembers(Map<String, @Nullable Object> members) {
        left = new LinkedHashMap<>(members);
    }

    /** Takes a member; null if it is null, absent or of another shape, which it then keeps. */
    <T> @Nullable T take(String name, Function<Object, ? extends @Nullable T> reading) {
        Object raw = left.get(name);
        T value = raw == null ? null : reading.apply(raw);
        if (raw == null || value != null) {
            left.remove(name);
        }
        return value;
    }

    @Nullable
    String text(String name) {
        return take(name, RawMembers::text);
    }

    @Nullable
    Boolean flag(String name) {
        return take(name, raw -> raw instanceof Boolean flag ? flag : null);
    }

    <T> @Nullable T object(String name, Function<Map<String, @Nullable Object>, T> reading) {
        return take(name, raw -> object(raw, reading));
    }

    <T> @Nullable List<T> objects(String name, Function<Map<String, @Nullable Object>, T> reading) {
        return take(name, raw -> list(raw, each -> object(each, reading)));
    }

    @Nullable
    List<String> texts(String name) {
        return take(name, raw -> list(raw, RawMembers::text));
    }

    @Nullable
    List<NotificationType> types() {
        return take("notification_type", raw -> list(raw, RawMembers::type));
    }

    /** What was not taken. */
    Map<String, @Nullable Object> left() {
        return left;
    }

    private static @Nullable String text(@Nullable Object raw) {
        return raw instanceof String text ? text : null;
    }

    private static @Nullable NotificationType type(@Nullable Object raw) {
        return raw instanceof String text ? NotificationType.of(text) : null;
    }

    @SuppressWarnings("unchecked") // the keys of a JSON object are texts
    private static <T> @Nullable T object(@Nullable Object raw, Function<Map<String, @Nullable Object>, T> reading) {
        return raw instanceof Map<?, ?> members ? reading.apply((Map<String, @Nullable Object>) members) : null;
    }

    /** A list is read whole or not at all. */
    private static <T> @Nullable List<T> list(Object raw, Function<@Nullable Object, ? extends @Nullable T> reading) {
        if (!(raw instanceof List<?> elements)) {
            return null;
        }
        List<T> read = new ArrayList<>(elements.size());
        for (Object element : elements) {
            T value = reading.apply(element);
            if (value == null) {
                return null;
            }
            read.add(value);
        }
        return read;
    }
}

package io.github.flexalerts.reactive.internal.call;

import io.github.flexalerts.core.error.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects the fields that an answer refuses, from every shape that Twilio's services are known to use: {@code errors},
 * {@code details} and {@code params}, each a list or an object. What has none of these shapes is left out.
 */
final class FieldErrors {
    private static final int MAX_ERRORS = 100;
    private static final int MAX_DEPTH = 4;
    private static final int MAX_LENGTH = 500;
    private static final List<String> LISTS = List.of("errors", "details", "params");
    private static final List<String> POINTERS = List.of("pointer", "field", "path", "param", "name");
    private static final List<String> DETAILS = List.of("detail", "message", "reason", "description");

    private final List<FieldError> found = new ArrayList<>();

    private FieldErrors() {}

    /** Returns the errors of an answer's members, at most 100. */
    static List<FieldError> of(Map<?, ?> members) {
        FieldErrors errors = new FieldErrors();
        LISTS.forEach(name -> errors.addAll(null, members.get(name), 0));
        return errors.found;
    }

    private void addAll(@Nullable String pointer, @Nullable Object value, int depth) {
        if (found.size() == MAX_ERRORS || depth > MAX_DEPTH) {
            return;
        }
        if (value instanceof List<?> list) {
            list.forEach(each -> addAll(pointer, each, depth + 1));
        } else if (value instanceof Map<?, ?> members) {
            addObject(pointer, members, depth);
        } else if (value != null && (pointer != null || value instanceof String)) {
            found.add(new FieldError(pointer, bounded(value), null));
        }
    }

    private void addObject(@Nullable String pointer, Map<?, ?> members, int depth) {
        String detail = first(members, DETAILS);
        String named = first(members, POINTERS);
        if (detail != null || (named != null && members.get("code") != null)) {
            found.add(new FieldError(named == null ? pointer : named, detail, text(members.get("code"))));
        } else {
            members.forEach((name, value) -> addAll(below(pointer, String.valueOf(name)), value, depth + 1));
        }
    }

    private static String below(@Nullable String pointer, String name) {
        return bounded(pointer == null ? name : pointer + "/" + name);
    }

    private static @Nullable String first(Map<?, ?> members, List<String> names) {
        return names.stream()
                .map(name -> text(members.get(name)))
                .filter(text -> text != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String text(@Nullable Object raw) {
        return raw instanceof String || raw instanceof Number ? bounded(raw) : null;
    }

    private static String bounded(Object value) {
        String text = String.valueOf(value);
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
    }
}

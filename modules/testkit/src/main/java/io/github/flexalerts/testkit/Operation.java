package io.github.flexalerts.testkit;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The operations that the service documents, under the names that faults and the log use. */
enum Operation {
    CREATE("rules.create"),
    LIST("rules.list"),
    FETCH("rules.fetch"),
    UPDATE("rules.update"),
    DELETE("rules.delete");

    private final String id;

    Operation(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    static Operation of(String id) {
        return Arrays.stream(values())
                .filter(operation -> operation.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("operation must be one of "
                        + Arrays.stream(values()).map(Operation::id).collect(Collectors.joining(", ")) + ", was "
                        + id));
    }
}

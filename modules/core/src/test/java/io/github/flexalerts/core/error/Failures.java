package io.github.flexalerts.core.error;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;

/** Failures that several tests start from. */
final class Failures {
    static final String DETAIL = "rule 'Ada Lovelace' is not unique";

    private Failures() {}

    static ApiProblem problem(int status) {
        return new ApiProblem(
                status,
                20000 + status,
                DETAIL,
                "https://www.twilio.com/docs/errors/" + status,
                "RQ1",
                Duration.ofSeconds(3),
                null,
                List.of(new FieldError("#/rule_friendly_name", DETAIL, "unique")));
    }

    static List<Attempt> twoAttempts() {
        return List.of(
                new Attempt(1, 503, true, "server_error", "RQ1", Duration.ofMillis(12), null)
                        .thenWaited(Duration.ofMillis(80)),
                new Attempt(2, null, true, "timeout", null, Duration.ofSeconds(2), null));
    }

    @SuppressWarnings({"BanSerializableRead", "unchecked"})
    static <T extends Throwable> T throughSerialization(T exception) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(exception);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}

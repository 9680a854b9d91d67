package io.github.flexalerts.reactive.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.error.AmbiguousOutcomeException;
import io.github.flexalerts.core.error.ApiException;
import io.github.flexalerts.core.error.ApiProblem;
import io.github.flexalerts.core.error.ClientClosedException;
import io.github.flexalerts.core.error.DecodingException;
import io.github.flexalerts.core.error.SaturatedException;
import io.github.flexalerts.core.error.TransportException;
import io.github.flexalerts.core.error.TransportException.Reason;
import io.github.flexalerts.reactive.internal.call.RetryTable.Verdict;
import io.github.flexalerts.reactive.transport.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetryTableTest {
    private static final Path SOURCE = Path.of("src/main/java/io/github/flexalerts/reactive/RetryPolicy.java");
    private static final Pattern ROW =
            Pattern.compile("<tr><td>(\\w+) \\([^<]*</td><td>([^<]*)</td><td>([^<]*)</td></tr>");
    private static final Set<Operation> CREATES = Set.of(Operation.CREATE_RULE, Operation.CREATE_NOTIFICATION);
    private static final Map<String, Verdict> WORDS = Map.of(
            "repeat", Verdict.REPEAT,
            "once, with a new token", Verdict.REAUTHORIZE,
            "ambiguous", Verdict.AMBIGUOUS,
            "fail", Verdict.FAIL);

    @ParameterizedTest
    @EnumSource(Operation.class)
    void everyFaultDoesWhatItsDocumentationSays(Operation operation) throws IOException {
        int column = CREATES.contains(operation) ? 3 : 2;
        Map<Failure, Verdict> documented = new EnumMap<>(Failure.class);
        Matcher rows = ROW.matcher(Files.readString(SOURCE));
        while (rows.find()) {
            documented.put(Failure.valueOf(rows.group(1).toUpperCase(Locale.ROOT)), WORDS.get(rows.group(column)));
        }
        assertThat(documented).containsOnlyKeys(Failure.values());
        assertThat(documented)
                .allSatisfy((failure, verdict) ->
                        assertThat(RetryTable.verdict(operation, failure)).isEqualTo(verdict));
    }

    @Property
    void neverRepeatsARequestThatCouldCreateADuplicate(@ForAll Operation operation, @ForAll Failure failure) {
        Verdict verdict = RetryTable.verdict(operation, failure);
        assertThat(verdict == Verdict.REPEAT && failure.uncertain() && !operation.repeatable())
                .isFalse();
        assertThat(verdict == Verdict.AMBIGUOUS)
                .isEqualTo((failure.uncertain() || failure == Failure.UNREADABLE) && !operation.repeatable());
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "301,REFUSED",
        "400,REFUSED",
        "401,UNAUTHORIZED",
        "403,REFUSED",
        "404,REFUSED",
        "408,SERVER_ERROR",
        "409,REFUSED",
        "429,THROTTLED",
        "499,REFUSED",
        "500,SERVER_ERROR",
        "503,SERVER_ERROR",
        "599,SERVER_ERROR",
    })
    void sortsAnswersByTheirStatus(int status, Failure failure) {
        assertThat(Failure.of(answer(status))).isEqualTo(failure);
    }

    @Property
    void takesEveryOtherAnswerAsARefusal(@ForAll @IntRange(min = 100, max = 499) int status) {
        boolean known = status == 401 || status == 408 || status == 429;
        assertThat(Failure.of(answer(status)) == Failure.REFUSED).isEqualTo(!known);
    }

    @ParameterizedTest(name = "{0}, sent {1}, is {2}")
    @CsvSource({
        "DNS,false,NOT_SENT",
        "CONNECT,false,NOT_SENT",
        "TIMEOUT,false,NOT_SENT",
        "CONNECTION,false,NOT_SENT",
        "TLS,false,REFUSED",
        "CONNECTION,true,LOST",
        "TIMEOUT,true,LOST",
        "TLS,true,LOST",
    })
    void sortsFailuresOfTheWireByWhatMayHaveArrived(Reason reason, boolean sent, Failure failure) {
        assertThat(Failure.of(new TransportException("rules.fetch", reason, sent, List.of(), null)))
                .isEqualTo(failure);
    }

    @Test
    void sortsWhatTheClientItselfFindsWrong() {
        var unreadable = new DecodingException("rules.fetch", "no JSON", 200, null, List.of());
        assertThat(Failure.of(unreadable)).isEqualTo(Failure.UNREADABLE);
        assertThat(Failure.of(new SaturatedException("rules.fetch", "full", null, List.of())))
                .isEqualTo(Failure.HELD_BACK);
        assertThat(Failure.of(new ClientClosedException("rules.fetch", false, List.of())))
                .isEqualTo(Failure.HELD_BACK);
        assertThat(Failure.of(new ClientClosedException("rules.fetch", true, List.of())))
                .isEqualTo(Failure.CLOSED);
        assertThat(Failure.of(new AmbiguousOutcomeException("rules.create", List.of(), unreadable)))
                .isEqualTo(Failure.HELD_BACK);
    }

    @ParameterizedTest
    @EnumSource(Failure.class)
    void reportsWhetherTheServiceMayHaveActed(Failure failure) {
        assertThat(failure.uncertain())
                .isEqualTo(Set.of(Failure.LOST, Failure.SERVER_ERROR, Failure.CLOSED)
                        .contains(failure));
        assertThat(failure.word()).isEqualTo(failure.name().toLowerCase(Locale.ROOT));
    }

    private static ApiException answer(int status) {
        return ApiException.of(
                "rules.fetch", new ApiProblem(status, null, null, null, null, null, null, List.of()), List.of());
    }
}

package io.github.flexalerts.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiExceptionTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "302, ApiException, false",
        "400, ApiException, false",
        "401, AccessDeniedException, false",
        "403, AccessDeniedException, false",
        "404, NotFoundException, false",
        "405, ApiException, false",
        "408, ApiException, true",
        "409, ApiException, false",
        "413, ApiException, false",
        "422, ApiException, false",
        "429, ThrottledException, true",
        "500, ApiException, true",
        "502, ApiException, true",
        "503, ApiException, true",
        "504, ApiException, true",
        "599, ApiException, true"
    })
    void isOfTheClassThatCallersBranchOn(int status, String type, boolean isTransient) {
        ApiException exception = ApiException.of("rules.fetch", Failures.problem(status), List.of());

        assertThat(exception.getClass().getSimpleName()).isEqualTo(type);
        assertThat(exception.isTransient()).isEqualTo(isTransient);
        assertThat(exception.status()).isEqualTo(status);
    }

    @Test
    void containsOperationStatusCodeAndRequestIdOnly() {
        ApiException exception = ApiException.of("rules.update", Failures.problem(400), List.of());

        assertThat(exception).hasMessage("rules.update failed: 400, Twilio code 20400, request RQ1 from the service");
        assertThat(stackTrace(exception)).doesNotContain("Ada Lovelace", "docs/errors");
    }

    @Test
    void reportsOnlyTheStatusOfAnEmptyAnswer() {
        ApiProblem problem = new ApiProblem(500, null, null, null, null, null, null, List.of());

        ApiException exception = ApiException.of("rules.list", problem, List.of());

        assertThat(exception).hasMessage("rules.list failed: 500 from the service");
        assertThat(exception.code()).isNull();
        assertThat(exception.requestId()).isNull();
        assertThat(exception.retryAfter()).isNull();
    }

    @Test
    void hasTheFactsAsFieldsIncludingTheServicesWords() {
        ApiException exception = ApiException.of("rules.fetch", Failures.problem(429), Failures.twoAttempts());

        assertThat(exception.operation()).isEqualTo("rules.fetch");
        assertThat(exception.code()).isEqualTo(20429);
        assertThat(exception.requestId()).isEqualTo("RQ1");
        assertThat(exception.retryAfter()).isEqualTo(Duration.ofSeconds(3));
        assertThat(exception.problem().message()).isEqualTo(Failures.DETAIL);
        assertThat(exception.attempts()).isEqualTo(Failures.twoAttempts());
    }

    @Test
    void keepsTheFactsOfTheAnswerWhenSerialized() throws Exception {
        ApiException exception = ApiException.of("rules.fetch", Failures.problem(404), Failures.twoAttempts());

        ApiException read = Failures.throughSerialization(exception);

        assertThat(read).isInstanceOf(NotFoundException.class).hasMessage(exception.getMessage());
        assertThat(read.problem()).isEqualTo(exception.problem());
        assertThat(read.attempts()).isEmpty();
    }

    private static String stackTrace(Throwable exception) {
        StringWriter text = new StringWriter();
        exception.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}

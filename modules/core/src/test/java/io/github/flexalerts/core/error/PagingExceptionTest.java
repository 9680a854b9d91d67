package io.github.flexalerts.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.error.PagingException.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingExceptionTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            INTERRUPTED | the next page could not be fetched
            MALFORMED   | the link to the next page is malformed
            SCHEME      | the link to the next page downgrades the scheme
            HOST        | the link to the next page names a foreign host
            PORT        | the link to the next page names a foreign port
            USER_INFO   | the link to the next page contains user-info
            PATH        | the link to the next page leads to another path
            LOOP        | the link to the next page repeats: a loop
            BACKWARDS   | the link to the next page leads backwards
            LIMIT       | there are more pages than the limit allows
            """)
    void reportsWhyTheListingEnded(Reason reason, String text) {
        assertThat(new PagingException("rules.list", reason, null, 7, null))
                .hasMessage("rules.list stopped after 7 pages: " + text)
                .hasNoCause();
    }

    @Test
    void countsASinglePage() {
        assertThat(new PagingException("rules.list", Reason.LOOP, null, 1, null))
                .hasMessage("rules.list stopped after 1 page: the link to the next page repeats: a loop");
    }

    @Test
    void reportsTheMessageOfItsCauseOnce() {
        ApiException cause = ApiException.of("rules.list", Failures.problem(503), Failures.twoAttempts());

        PagingException exception = new PagingException("rules.list", Reason.INTERRUPTED, "/p?Page=2", 2, cause);

        assertThat(exception).hasMessage("rules.list stopped after 2 pages: " + cause.getMessage());
        assertThat(exception).hasCause(cause);
        assertThat(exception.attempts()).isEqualTo(cause.attempts());
    }

    @Test
    void containsTheCursorToResume() {
        PagingException exception = new PagingException("rules.list", Reason.LIMIT, "/p?Page=2", 2, null);

        assertThat(exception.reason()).isEqualTo(Reason.LIMIT);
        assertThat(exception.cursor()).isEqualTo("/p?Page=2");
        assertThat(exception.pages()).isEqualTo(2);
        assertThat(exception.attempts()).isEqualTo(List.of());
    }
}

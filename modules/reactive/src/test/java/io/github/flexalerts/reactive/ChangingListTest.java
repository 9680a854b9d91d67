package io.github.flexalerts.reactive;

import static io.github.flexalerts.reactive.ChangingTransport.START;
import static io.github.flexalerts.reactive.ChangingTransport.head;
import static io.github.flexalerts.reactive.ChangingTransport.link;
import static io.github.flexalerts.reactive.ChangingTransport.lost;
import static io.github.flexalerts.reactive.ChangingTransport.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.flexalerts.core.error.PagingException;
import io.github.flexalerts.core.page.Page;
import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.rule.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** A page that breaks and is fetched again when the list is not what it was. */
class ChangingListTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final ChangingTransport wire = new ChangingTransport();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void followsTheLinkThatALastPageGotMeanwhile(int lookAhead) {
        wire.broken(START, null, "1", "2")
                .on(START, "a", "9", "1", "2", "3", "4")
                .on("a", null, "5", "50");
        assertThat(list(lookAhead)).containsExactly("QY1", "QY2", "QY9", "QY3", "QY4", "QY5", "QY50");
        assertThat(wire.fetched).containsExactly(START, START, "a");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void followsTheLinkThatAPageHasAtLast(int lookAhead) {
        wire.broken(START, "after5", "1", "2")
                .on(START, "after4", "9", "1", "2", "3", "4")
                .on("after5", "after6", "6")
                .on("after6", null, "7")
                .on("after4", "after6", "5", "6")
                .on("after6", null, "7");
        assertThat(list(lookAhead)).containsExactly("QY1", "QY2", "QY9", "QY3", "QY4", "QY5", "QY6", "QY7");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void endsWhereAPageHasNoLinkAnyMore(int lookAhead) {
        wire.broken(START, "a", "1", "2").on(START, null, "1", "2", "3").on("a", lost());
        assertThat(list(lookAhead)).containsExactly("QY1", "QY2", "QY3");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void followsTheLastLinkFromPageToPageToo(int lookAhead) {
        wire.broken(START, null, "1", "2").on(START, "a", "1", "2", "3").on("a", null, "4");
        List<Page<Rule>> pages =
                client(1, lookAhead).pages(RuleQuery.all()).collectList().block(LIMIT);
        assertThat(pages).extracting(page -> page.items().size()).containsExactly(3, 1);
        assertThat(pages.get(0).meta().nextPageUrl()).isEqualTo(link("a"));
    }

    @Test
    void requestsNothingWithoutDemandAfterAPageBroke() {
        wire.broken(START, null, "1", "2").on(START, "a", "1", "2", "3").on("a", null, "4");
        StepVerifier.create(client(0, 0).list().map(Rule::sid), 3)
                .expectNext("QY1", "QY2", "QY3")
                .then(() -> assertThat(wire.fetched).containsExactly(START, START))
                .thenRequest(1)
                .expectNext("QY4")
                .expectComplete()
                .verify(LIMIT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void detectsALoopAfterAPageBroke(int lookAhead) {
        wire.broken(START, "a", "1").on(START, "b", "1", "2").on("a", null, "3").on("b", "b", "4");
        PagingException error = catchThrowableOfType(PagingException.class, () -> list(lookAhead));
        assertThat(error.reason()).isEqualTo(PagingException.Reason.LOOP);
    }

    @ParameterizedTest
    @CsvSource({
        "'1 2 3', '1 2 3 4 5', '4 5'",
        "'1 2 3', '2 3 4 5', '4 5'",
        "'1 2 3', '3 4 5', '4 5'",
        "'1 2 3', '8 9 1 2 3 4 5', '8 9 4 5'",
        "'1 2 3', '1 2 4 5', '4 5'",
        "'1 2 3', '4 5', '4 5'",
        "'1 2 3', '1 2 4 5 3', '4 5'",
        "'1 2 3', '5 3 4 2 1', '5 4'",
        "'1 2 3', '1 2', ''"
    })
    void resumesWithTheRulesThatWereNotDelivered(String before, String after, String rest) {
        wire.broken(START, null, before.split(" "));
        List<String> delivered = new ArrayList<>();
        PagingException error = catchThrowableOfType(
                PagingException.class,
                () -> client(1, 0)
                        .list()
                        .doOnNext(rule -> delivered.add(rule.sid()))
                        .blockLast(LIMIT));
        assertThat(delivered).containsExactly(sids(before));

        ChangingTransport changed = new ChangingTransport().on(START, null, after.split(" "));
        Flux<String> resumed = client(changed, 1, 0).resumeFrom(error.cursor()).map(Rule::sid);
        assertThat(resumed.collectList().block(LIMIT)).containsExactly(sids(rest));
    }

    @Test
    void keepsItsProgressWhenAPageBreaksRepeatedly() {
        wire.broken(START, null, "1", "2", "3", "4", "5").broken(START, null, "9", "1", "2");
        String first =
                catchThrowableOfType(PagingException.class, () -> list(1)).cursor();
        assertThat(first).contains("#3,").hasSize(cursorAfter("#3,").length() + 6 * 8);

        ChangingTransport again = new ChangingTransport().broken(START, null, "2", "3", "7", "1");
        RuleOperations resumed = client(again, 1, 0);
        List<String> more = new ArrayList<>();
        String second = catchThrowableOfType(
                        PagingException.class,
                        () -> resumed.resumeFrom(first)
                                .doOnNext(rule -> more.add(rule.sid()))
                                .blockLast(LIMIT))
                .cursor();
        assertThat(more).containsExactly("QY7");

        ChangingTransport last = new ChangingTransport().on(START, null, "7", "5", "6", "1");
        Flux<String> rest = client(last, 1, 0).resumeFrom(second).map(Rule::sid);
        assertThat(rest.collectList().block(LIMIT)).containsExactly("QY6");
    }

    @Test
    void describesTheCursorOfACompletePage() {
        String[] rules = IntStream.range(0, 1000).mapToObj(Integer::toString).toArray(String[]::new);
        wire.broken(START, null, rules);
        String cursor =
                catchThrowableOfType(PagingException.class, () -> list(1)).cursor();
        assertThat(cursor).hasSize(cursorAfter("#1000,").length() + 1000 * 8);

        ChangingTransport longer = new ChangingTransport()
                .on(
                        START,
                        null,
                        Stream.concat(Stream.of("new"), Arrays.stream(rules)).toArray(String[]::new));
        Flux<String> rest = client(longer, 1, 0).resumeFrom(cursor).map(Rule::sid);
        assertThat(rest.collectList().block(LIMIT)).containsExactly("QYnew");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#-1", "#", "#1,", "#1,abc", "#1,ääääääää", "#9999999999", "#1,AAAAAAA="})
    void refusesACursorThatIsNone(String end) {
        PagingException refused = catchThrowableOfType(
                PagingException.class,
                () -> client(1, 0).resumeFrom(cursorAfter(end)).blockLast(LIMIT));
        assertThat(refused.reason()).isEqualTo(PagingException.Reason.MALFORMED);
    }

    @Test
    void resumesByPositionFromACursorWithoutARule() {
        wire.on(START, null, "1", "2", "3", "4");
        Flux<String> resumed = client(1, 0).resumeFrom(cursorAfter("#3")).map(Rule::sid);
        assertThat(resumed.collectList().block(LIMIT)).containsExactly("QY4");
    }

    @Test
    void fetchesAPageAgainThatEndsEarly() {
        wire.on(START, Flux.just(head(null) + rules("1", "2") + ",{\"sid\":")).on(START, null, "1", "2", "3");
        assertThat(list(1)).containsExactly("QY1", "QY2", "QY3");
    }

    @Test
    void losesNothingToAConsumerThatPassesErrorsOver() {
        wire.broken(START, null, "1", "2").on(START, "a", "1", "2", "3").on("a", null, "4");
        List<Throwable> errors = new ArrayList<>();
        Flux<String> rules = client(1, 0).list().map(Rule::sid).onErrorContinue((error, rule) -> errors.add(error));
        assertThat(rules.collectList().block(LIMIT)).containsExactly("QY1", "QY2", "QY3", "QY4");
        assertThat(errors).isEmpty();
    }

    @Test
    void emitsTheRulesBeforeAnUnexpectedError() {
        wire.on(START, "a", "1", "2", "3").on("a", Flux.error(new IllegalStateException("bug")));
        client(1, 0)
                .list()
                .map(Rule::sid)
                .as(rules -> StepVerifier.create(rules, 1))
                .expectNext("QY1")
                .then(() -> assertThat(wire.fetched).containsExactly(START, "a"))
                .thenRequest(3)
                .expectNext("QY2", "QY3")
                .expectErrorMessage("bug")
                .verify(LIMIT);
    }

    private List<String> list(int lookAhead) {
        return client(lookAhead, 0).list().map(Rule::sid).collectList().block(LIMIT);
    }

    private RuleOperations client(int lookAhead, int pagesLookAhead) {
        return client(wire, lookAhead, pagesLookAhead);
    }

    private RuleOperations client(ChangingTransport transport, int lookAhead, int pagesLookAhead) {
        return PagedTransport.client(transport)
                .lookAhead(lookAhead)
                .pagesLookAhead(pagesLookAhead)
                .retry(new RetryPolicy(
                        2, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofSeconds(1)))
                .build()
                .rules();
    }

    private static String cursorAfter(String end) {
        return PagedTransport.PATH + "?PageSize=1000" + end;
    }

    private static String[] sids(String names) {
        return names.isEmpty() ? new String[0] : ("QY" + names.replace(" ", " QY")).split(" ");
    }
}

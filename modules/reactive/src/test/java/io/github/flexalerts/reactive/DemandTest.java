package io.github.flexalerts.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.page.Page;
import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.rule.Rule;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** How many pages are fetched for how much demand. */
class DemandTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final PagedTransport transport = new PagedTransport(1000, 10);

    @Test
    void fetchesNothingBeforeTheFirstRequest() {
        Flux<Rule> rules = list(1);
        StepVerifier.create(rules, 0)
                .expectSubscription()
                .then(() -> assertThat(transport.targets).isEmpty())
                .thenCancel()
                .verify(LIMIT);
        assertThat(transport.targets).isEmpty();
    }

    @ParameterizedTest(name = "request({0}) with look-ahead {1} fetches {2}")
    @CsvSource({"1,0,1", "10,0,1", "11,0,2", "1,1,2", "10,1,2", "11,1,3", "1,3,4", "11,3,5", "100,0,10"})
    void fetchesAsFarAsTheDemandAndTheLookAheadGo(int demand, int lookAhead, int pages) {
        StepVerifier.create(list(lookAhead), demand)
                .expectNextCount(demand)
                .then(() -> assertThat(transport.targets).hasSize(pages))
                .thenCancel()
                .verify(LIMIT);
        assertThat(transport.targets).hasSize(pages);
    }

    @ParameterizedTest(name = "look-ahead {0}")
    @CsvSource({"0,1", "1,2"})
    void takesAPageFullWithoutOneTooMany(int lookAhead, int most) {
        list(lookAhead)
                .take(10)
                .as(StepVerifier::create)
                .expectNextCount(10)
                .expectComplete()
                .verify(LIMIT);
        assertThat(transport.targets).hasSizeLessThanOrEqualTo(most);
    }

    @Test
    void fetchesAPageOnlyWhenItIsRequested() {
        Flux<Page<Rule>> pages =
                PagedTransport.client(transport).build().rules().pages(RuleQuery.all());
        StepVerifier.create(pages, 0)
                .expectSubscription()
                .then(() -> assertThat(transport.targets).isEmpty())
                .thenRequest(1)
                .expectNextCount(1)
                .then(() -> assertThat(transport.targets).hasSize(1))
                .thenRequest(2)
                .expectNextCount(2)
                .then(() -> assertThat(transport.targets).hasSize(3))
                .thenCancel()
                .verify(LIMIT);
    }

    @Test
    void endsWithTheLastItemOfTheLastPage() {
        PagedTransport two = new PagedTransport(20, 10);
        Flux<Rule> rules =
                PagedTransport.client(two).lookAhead(0).build().rules().list();
        StepVerifier.create(rules, 20).expectNextCount(20).expectComplete().verify(LIMIT);
        assertThat(two.targets).hasSize(2);
    }

    @Test
    void startsAfreshForEachSubscription() {
        Flux<Rule> rules = list(0).take(1);
        rules.as(StepVerifier::create).expectNextCount(1).expectComplete().verify(LIMIT);
        rules.as(StepVerifier::create).expectNextCount(1).expectComplete().verify(LIMIT);
        assertThat(transport.targets).hasSize(2);
    }

    @Test
    void walksFiveThousandPagesWithoutDeepStacks() {
        PagedTransport many = new PagedTransport(5_000, 1);
        PagedTransport.client(many)
                .build()
                .rules()
                .list()
                .map(Rule::sid)
                .as(StepVerifier::create)
                .expectNext(PagedTransport.sid(0))
                .expectNextCount(4_998)
                .expectNext(PagedTransport.sid(4_999))
                .expectComplete()
                .verify(Duration.ofSeconds(30));
        assertThat(many.targets).hasSize(5_000).doesNotHaveDuplicates();
    }

    private Flux<Rule> list(int lookAhead) {
        return PagedTransport.client(transport)
                .lookAhead(lookAhead)
                .build()
                .rules()
                .list();
    }
}

package io.github.flexalerts.reactive;

import static io.github.flexalerts.reactive.ChangingTransport.START;
import static io.github.flexalerts.reactive.ChangingTransport.head;
import static io.github.flexalerts.reactive.ChangingTransport.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.error.Attempt;
import io.github.flexalerts.core.error.PagingException;
import io.github.flexalerts.core.error.TransportException;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.reactive.transport.ApiRequest;
import io.github.flexalerts.reactive.transport.ApiResponse;
import io.github.flexalerts.reactive.transport.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/** What time does to the attempts of a listing. */
class AttemptWatchTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration CALL = Duration.ofSeconds(60);

    private final VirtualTimeScheduler timer = VirtualTimeScheduler.create();
    private final ChangingTransport wire = new ChangingTransport();
    private final Consumer consumer = new Consumer();

    @Test
    void losesNothingWhenTheTimeIsUpWhileRulesAreRead() {
        wire.broken(START, null, "1", "2").on(START, null, "1", "2", "3");
        Transport slow = new Transport() {
            private boolean first = true;

            @Override
            public <T> Flux<T> exchange(ApiRequest request, Function<ApiResponse, Publisher<T>> reader) {
                Flux<T> read = wire.exchange(request, reader);
                return Flux.defer(() -> {
                    boolean late = first;
                    first = false;
                    return late ? read.doOnNext(rules -> timer.advanceTimeBy(LIMIT.plusSeconds(1))) : read;
                });
            }
        };
        client(slow).rules().list().subscribe(consumer);
        consumer.request(Long.MAX_VALUE);
        timer.advanceTimeBy(Duration.ofSeconds(5));
        assertThat(consumer.sids).containsExactly("QY1", "QY2", "QY3");
        assertThat(wire.fetched).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10})
    void endsAPageThatOnlyDripsAfterItsFirstRules(int seconds) {
        Flux<String> blanks = Flux.interval(Duration.ofSeconds(seconds), timer).map(tick -> " ");
        wire.on(START, Flux.concat(Flux.just(head(null) + rules("1")), blanks));
        FlexAlertsClient client = client(wire);
        client.rules().list().subscribe(consumer);
        consumer.request(Long.MAX_VALUE);
        timer.advanceTimeBy(CALL.multipliedBy(5));
        assertThat(consumer.sids).containsExactly("QY1");
        assertThat(consumer.error).isInstanceOfSatisfying(PagingException.class, error -> {
            assertThat(error).hasCauseInstanceOf(TransportException.class);
            assertThat(error.attempts()).extracting(Attempt::reason).allMatch(reason -> reason.startsWith("lost"));
        });
        assertThat(client.snapshot().inFlight()).isZero();
    }

    @Test
    void allowsABrokenPageTheTimeToReachItsPosition() {
        Flux<String> again = Flux.interval(Duration.ofSeconds(20), timer)
                .map(tick -> (tick == 0 ? head(null) : ",") + rules(Long.toString(tick)))
                .take(6)
                .concatWithValues("]}");
        wire.broken(START, null, "0", "1", "2", "3", "4").on(START, again);
        client(wire).rules().list().subscribe(consumer);
        consumer.request(Long.MAX_VALUE);
        timer.advanceTimeBy(CALL.multipliedBy(5));
        assertThat(consumer.error).isNull();
        assertThat(consumer.sids).containsExactly("QY0", "QY1", "QY2", "QY3", "QY4", "QY5");
    }

    @Test
    void repeatsAPageThatOutlivedItsCallsDeadline() {
        Flux<String> slow = Flux.interval(Duration.ofSeconds(20), timer)
                .map(tick -> (tick == 0 ? head(null) : ",") + rules(Long.toString(tick)))
                .take(6);
        wire.on(START, Flux.concat(slow, ChangingTransport.lost())).on(START, null, "0", "1", "2", "3", "4", "5", "6");
        client(wire).rules().list().subscribe(consumer);
        consumer.request(Long.MAX_VALUE);
        timer.advanceTimeBy(CALL.multipliedBy(5));
        assertThat(consumer.error).isNull();
        assertThat(consumer.sids).hasSize(7).endsWith("QY6");
    }

    @Test
    void keepsNoPlaceForAConsumerThatPausesAndNoTimeAgainstIt() {
        Flux<String> page = Flux.range(0, 10).map(i -> (i == 0 ? head(null) : ",") + rules(Integer.toString(i)));
        wire.on(START, page.concatWithValues("]}"));
        FlexAlertsClient client = client(wire);
        client.rules().list().subscribe(consumer);
        consumer.request(1);
        assertThat(client.snapshot().inFlight()).isOne();
        timer.advanceTimeBy(Duration.ofSeconds(2));
        assertThat(client.snapshot().inFlight()).isZero();
        timer.advanceTimeBy(CALL.multipliedBy(10));
        assertThat(consumer.error).isNull();
        consumer.request(Long.MAX_VALUE);
        assertThat(consumer.sids).hasSize(10);
        assertThat(consumer.completed).isTrue();
        assertThat(client.snapshot().inFlight()).isZero();
    }

    @Test
    void repeatsAPageThatBreaksWhenItsConsumerIsBackFromALongPause() {
        Flux<String> page = Flux.range(0, 10).map(i -> (i == 0 ? head(null) : ",") + rules(Integer.toString(i)));
        wire.on(START, page.concatWith(ChangingTransport.lost())).on(START, page.concatWithValues("]}"));
        client(wire).rules().list().subscribe(consumer);
        consumer.request(1);
        timer.advanceTimeBy(CALL.multipliedBy(10));
        consumer.request(Long.MAX_VALUE);
        timer.advanceTimeBy(Duration.ofSeconds(5));
        assertThat(consumer.error).isNull();
        assertThat(consumer.sids).hasSize(10);
        assertThat(consumer.completed).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 120})
    void repeatsAPageThatBreaksWhileItsConsumerPauses(int seconds) {
        Flux<String> page = Flux.range(0, 10).map(i -> (i == 0 ? head(null) : ",") + rules(Integer.toString(i)));
        Flux<String> broken = page.take(4)
                .concatWith(Mono.delay(Duration.ofSeconds(seconds), timer).thenMany(ChangingTransport.lost()));
        wire.on(START, broken).on(START, page.concatWithValues("]}"));
        FlexAlertsClient client = client(wire);
        client.rules().list().subscribe(consumer);
        consumer.request(1);
        timer.advanceTimeBy(CALL.multipliedBy(10));
        assertThat(client.snapshot().inFlight()).isZero();
        consumer.request(Long.MAX_VALUE);
        timer.advanceTimeBy(Duration.ofSeconds(5));
        assertThat(consumer.error).isNull();
        assertThat(consumer.sids).hasSize(10);
        assertThat(wire.fetched).hasSize(2);
    }

    @Test
    void limitsTheWaitForRulesToTheMillisecond() {
        Duration limit = Duration.ofMillis(500);
        Flux<String> silent = Flux.concat(
                Mono.delay(Duration.ofMillis(10), timer).map(tick -> head(null) + rules("1")), Flux.never());
        wire.on(START, silent);
        PagedTransport.client(wire)
                .attemptTimeout(limit)
                .retry(RetryPolicy.none())
                .lookAhead(0)
                .timer(timer)
                .build()
                .rules()
                .list()
                .subscribe(consumer);
        consumer.request(Long.MAX_VALUE);
        timer.advanceTimeBy(Duration.ofMillis(509));
        assertThat(consumer.error).isNull();
        timer.advanceTimeBy(Duration.ofMillis(1));
        assertThat(consumer.error).isInstanceOf(PagingException.class);
    }

    private FlexAlertsClient client(Transport transport) {
        return PagedTransport.client(transport)
                .attemptTimeout(LIMIT)
                .operationTimeout(CALL)
                .lookAhead(0)
                .timer(timer)
                .build();
    }

    /** Asks for rules when it is told to. */
    private static final class Consumer extends BaseSubscriber<Rule> {
        private final List<String> sids = new ArrayList<>();
        private Throwable error;
        private boolean completed;

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            // Nothing is asked for yet.
        }

        @Override
        protected void hookOnNext(Rule rule) {
            sids.add(rule.sid());
        }

        @Override
        protected void hookOnError(Throwable failure) {
            error = failure;
        }

        @Override
        protected void hookOnComplete() {
            completed = true;
        }
    }
}

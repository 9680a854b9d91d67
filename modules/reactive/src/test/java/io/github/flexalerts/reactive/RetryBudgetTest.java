package io.github.flexalerts.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.error.ApiException;
import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.reactive.internal.traffic.RetryBudget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

class RetryBudgetTest {
    private static final int CAPACITY = 500;

    private final RetryBudget budget = new RetryBudget();

    @Test
    void paysMoreForAFailureThanForAThrottle() {
        assertThat(budget.left()).isEqualTo(CAPACITY);
        assertThat(budget.pay(false)).isEqualTo(14);
        assertThat(budget.pay(true)).isEqualTo(5);
        assertThat(budget.left()).isEqualTo(CAPACITY - 19);
    }

    @Test
    void paysUpToTheLastToken() {
        int payments = 0;
        while (budget.pay(true) > 0) {
            payments++;
        }
        assertThat(payments).isEqualTo(CAPACITY / 5);
        assertThat(budget.left()).isZero();
        budget.refund(14);
        assertThat(budget.pay(false)).isEqualTo(14);
        budget.refund(13);
        assertThat(budget.pay(false)).isZero();
        assertThat(budget.left()).isEqualTo(13);
    }

    @Test
    void refundsWhatWasPaidAndOneTokenForACallThatPaidNothing() {
        int paid = budget.pay(false) + budget.pay(false);
        budget.pay(true);
        budget.refund(paid);
        assertThat(budget.left()).isEqualTo(CAPACITY - 5);
        budget.refund(0);
        assertThat(budget.left()).isEqualTo(CAPACITY - 4);
    }

    @Test
    void keepsNoMoreEntriesThanItsCapacity() {
        budget.refund(0);
        budget.refund(1_000);
        assertThat(budget.left()).isEqualTo(CAPACITY);
    }

    @Test
    void sparesAServiceThatIsDownTheStorm() {
        VirtualTimeScheduler timer = VirtualTimeScheduler.create();
        ScriptedTransport down = new ScriptedTransport(ScriptedTransport.status(503));
        try (FlexAlertsClient client = PagedTransport.client(down).timer(timer).build()) {
            List<Throwable> errors = call(client, timer, 200);
            assertThat(errors)
                    .hasSize(200)
                    .allSatisfy(error -> assertThat(error).isInstanceOf(ApiException.class));
            assertThat(down.requests).hasSize(200 + CAPACITY / 14);
            assertThat(client.snapshot().retryBudget()).isLessThan(14);
            down.requests.clear();
            List<Throwable> later = call(client, timer, 1_000);
            assertThat(down.requests).hasSizeLessThanOrEqualTo(1_100).hasSize(1_000);
            assertThat(later)
                    .allSatisfy(error -> assertThat(error)
                            .hasMessageContaining("server_error, not repeated: the retry budget is empty"))
                    .allSatisfy(error ->
                            assertThat(((FlexAlertsException) error).attempts()).hasSize(1));
        }
    }

    private static List<Throwable> call(FlexAlertsClient client, VirtualTimeScheduler timer, int times) {
        List<Throwable> errors = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            client.rules()
                    .fetch("QY1")
                    .onErrorResume(error -> {
                        errors.add(error);
                        return Mono.empty();
                    })
                    .subscribe();
            timer.advanceTimeBy(Duration.ofSeconds(5));
        }
        return errors;
    }
}

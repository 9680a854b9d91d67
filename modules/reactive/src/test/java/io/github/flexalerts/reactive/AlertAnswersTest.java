package io.github.flexalerts.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.error.DecodingException;
import io.github.flexalerts.core.error.OrphanedConfigurationException;
import io.github.flexalerts.reactive.AccountTransport.Fate;
import io.github.flexalerts.reactive.transport.ApiRequest;
import io.github.flexalerts.reactive.transport.ApiResponse;
import io.github.flexalerts.reactive.transport.Operation;
import io.github.flexalerts.reactive.transport.Transport;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

class AlertAnswersTest extends AlertScenario {
    private AlertOperations answering(Operation operation, int status, String json) {
        return PagedTransport.client(new Odd(account, operation, status, json))
                .retry(RetryPolicy.none())
                .build()
                .alerts();
    }

    private OrphanedConfigurationException orphan(AlertOperations odd) {
        return (OrphanedConfigurationException) failure(odd.create(plan()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"sid\": \" \"}", "{\"sid\": \"QY7\", \"notify_methods_id\": \"another\"}"})
    void readsBackARuleAfterAnUnreadableAnswer(String answer) {
        AlertOperations odd = answering(Operation.CREATE_RULE, 201, answer);
        assertThat(one(odd.create(plan())).alert().rule().sid()).isIn(account.rules.keySet());
        assertWhole();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"ttid\": \" \"}"})
    void warnsOfACreatedConfigurationWithoutASid(String answer) {
        assertThat(orphan(answering(Operation.CREATE_NOTIFICATION, 201, answer)).ttid())
                .isNull();
        assertThat(account.rules).isEmpty();
    }

    @Test
    void deletesAndReplacesNothingIfTheRuleCannotBeRead() {
        String sid = create(plan()).alert().rule().sid();
        AlertOperations odd = answering(Operation.FETCH_RULE, 200, "{}");
        assertThat(failure(odd.delete(sid))).isInstanceOf(DecodingException.class);
        assertThat(failure(odd.update(sid, plan()))).isInstanceOf(DecodingException.class);
        assertWhole();
    }

    @Test
    void believesOnlyTheServiceThatNothingIsThereToTakeBack() {
        account.fail(Operation.CREATE_RULE, Fate.REFUSED, Fate.REFUSED);
        assertThat(orphan(answering(Operation.DELETE_NOTIFICATION, 404, "<html>"))
                        .ttid())
                .isNotNull();
        assertThat(failure(answering(Operation.DELETE_NOTIFICATION, 404, "{\"code\": 20404}")
                        .create(plan())))
                .isNotInstanceOf(OrphanedConfigurationException.class);
    }

    /** Answers an operation with something else than the account does, after that has done it. */
    private record Odd(Transport wire, Operation operation, int status, String json) implements Transport {
        @Override
        public <T> Flux<T> exchange(ApiRequest request, Function<ApiResponse, Publisher<T>> reader) {
            return wire.exchange(
                    request,
                    response -> reader.apply(
                            request.operation() == operation && response.status() < 300 ? odd() : response));
        }

        private ApiResponse odd() {
            return new ApiResponse(status, Map::of, Flux.just(ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8))));
        }

        @Override
        public void close() {
            wire.close();
        }
    }
}

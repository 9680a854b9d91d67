package io.github.flexalerts.reactive.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.flexalerts.reactive.AttemptInstrumentation;
import io.github.flexalerts.reactive.CallInstrumentation;
import io.github.flexalerts.reactive.ClientInstrumentation;
import io.github.flexalerts.reactive.Credentials;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.github.flexalerts.reactive.FlexAlertsClientBuilder;
import io.github.flexalerts.reactive.MatrixOperation;
import io.github.flexalerts.reactive.RetryPolicy;
import io.github.flexalerts.reactive.Settled;
import io.github.flexalerts.reactive.transport.NettyTransport;
import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.Fault;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An instrumentation that throws, returns null or returns nonsense changes no call. */
class GuardedInstrumentationTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Set<String> CALLED = ConcurrentHashMap.newKeySet();

    /** What a broken instrumentation does. */
    enum Habit {
        THROWS_AT_ONCE,
        THROWS_LATER,
        THROWS_ERRORS,
        RETURNS_NULL
    }

    private final FakeFlex flex = FakeFlex.builder().rules(5).start();
    private final NettyTransport transport = NettyTransport.create();

    @AfterEach
    void stop() {
        transport.close();
        flex.close();
    }

    @ParameterizedTest
    @EnumSource(Habit.class)
    void changesNoOutcomeOfAnyOperation(Habit habit) {
        for (MatrixOperation operation : MatrixOperation.values()) {
            for (String fault :
                    new String[] {"", "status@1-2=503", "status=400", "unknown-members", "created-then-reset@1"}) {
                assertThat(outcome(client(habit), operation, fault))
                        .as("%s, %s", operation.label(), fault)
                        .isEqualTo(outcome(client(null), operation, fault));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Habit.class)
    void changesNoCancellation(Habit habit) {
        FlexAlertsClient client = client(habit);
        flex.inject(Fault.parse("hang"));
        Stream.of(
                        client.rules().fetch(flex.sids().get(0)),
                        client.rules().list(),
                        client.rules().delete("QY1"))
                .map(call -> Flux.from(call).subscribe())
                .forEach(Disposable::dispose);
        Settled.await(transport, client);
        flex.clearFaults();
        client.rules().list().take(1).blockLast(LIMIT);
        Settled.await(transport, client);
        client.close();
    }

    @Test
    void meetsEveryMethodThatThereIs() {
        CALLED.clear();
        for (MatrixOperation operation : MatrixOperation.values()) {
            outcome(client(Habit.THROWS_LATER), operation, "created-then-reset@1");
            outcome(client(Habit.THROWS_LATER), operation, "status=503");
            outcome(client(Habit.THROWS_LATER), operation, "unknown-members");
        }
        changesNoCancellation(Habit.THROWS_LATER);
        Set<String> all = new HashSet<>();
        Stream.of(
                        ClientInstrumentation.class,
                        CallInstrumentation.class,
                        AttemptInstrumentation.class,
                        Disposable.class)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> !method.isSynthetic())
                .forEach(method -> all.add(method.getDeclaringClass().getSimpleName() + "." + method.getName()));
        all.remove("Disposable.isDisposed");
        assertThat(CALLED).containsAll(all);
    }

    @Test
    void swallowsNothingThatTheJvmIsInWantOf() {
        ClientInstrumentation exhausted = new ClientInstrumentation() {
            @Override
            public void ambiguous(Resolution resolution) {
                throw new OutOfMemoryError("none left");
            }
        };
        assertThatThrownBy(() -> GuardedInstrumentation.of(exhausted).ambiguous(ClientInstrumentation.Resolution.FOUND))
                .isInstanceOf(OutOfMemoryError.class);
    }

    private String outcome(FlexAlertsClient client, MatrixOperation operation, String fault) {
        flex.reset();
        if (!fault.isEmpty()) {
            flex.inject(Fault.parse(fault));
        }
        return Flux.from(operation.call(client.rules(), flex.sids().get(3)))
                        .count()
                        .map(String::valueOf)
                        .onErrorResume(error -> Mono.just(error.getClass().getSimpleName()))
                        .block(LIMIT)
                + " x" + flex.requestCount();
    }

    private FlexAlertsClient client(Habit habit) {
        Duration tiny = Duration.ofMillis(1);
        FlexAlertsClientBuilder builder = FlexAlertsClient.builder()
                .baseUrl(URI.create(flex.baseUrl()))
                .credentials(Credentials.authToken(flex.accountSid(), flex.authToken()))
                .instanceSid(flex.instanceSid())
                .lookAhead(0)
                .retry(new RetryPolicy(3, tiny, tiny, Duration.ofMillis(5), Duration.ofMinutes(1)))
                .transport(transport);
        return habit == null
                ? builder.build()
                : builder.instrumentation(broken(ClientInstrumentation.class, habit))
                        .build();
    }

    /** Does as its habit is; one that throws later gives out others of its kind first. */
    private static <T> T broken(Class<T> type, Habit habit) {
        return type.cast(Proxy.newProxyInstance(
                GuardedInstrumentationTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
                    CALLED.add(method.getDeclaringClass().getSimpleName() + "." + method.getName());
                    Class<?> answer = method.getReturnType();
                    if (habit == Habit.THROWS_LATER
                            && Set.of(CallInstrumentation.class, AttemptInstrumentation.class, Disposable.class)
                                    .contains(answer)) {
                        return broken(answer, habit);
                    }
                    switch (habit) {
                        case RETURNS_NULL -> {
                            return null;
                        }
                        case THROWS_ERRORS -> throw new NoSuchMethodError("broken");
                        default -> throw new IllegalStateException("broken");
                    }
                }));
    }
}

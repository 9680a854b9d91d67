package io.github.flexalerts.reactive;

import static io.github.flexalerts.reactive.ScriptedTransport.json;
import static io.github.flexalerts.reactive.ScriptedTransport.silence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.Disposable;

class AccountTest {
    private static final RetryPolicy ONCE = RetryPolicy.none();

    private final Credentials credentials = Credentials.apiKey("SK1", "s3cret");
    private final ScriptedTransport wire = new ScriptedTransport(silence());

    static Stream<Arguments> contradictions() {
        return Stream.of(
                contradiction("retry", builder -> builder.retry(RetryPolicy.standard())),
                contradiction("maxConcurrency", builder -> builder.maxConcurrency(8)),
                contradiction("maxQueued", builder -> builder.maxQueued(8)));
    }

    private static Arguments contradiction(String option, UnaryOperator<FlexAlertsClientBuilder> set) {
        return Arguments.of(option, set);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contradictions")
    void refusesASecondClientThatContradictsTheFirst(String option, UnaryOperator<FlexAlertsClientBuilder> set) {
        client().retry(ONCE).maxConcurrency(2).maxQueued(3).build();
        FlexAlertsClientBuilder second = set.apply(client());
        assertThatIllegalStateException()
                .isThrownBy(second::build)
                .withMessageStartingWith(option + " must be the same for all clients of an account: the account has ")
                .withMessageNotContaining("s3cret");
    }

    @Test
    void comparesWithTheDefaultsOfAnAccount() {
        Account.of(credentials);
        FlexAlertsClientBuilder other = client().retry(ONCE).maxConcurrency(2).maxQueued(3);
        assertThatIllegalStateException().isThrownBy(other::build).withMessageStartingWith("retry must be");
        assertThat(client().retry(RetryPolicy.standard())
                        .maxConcurrency(32)
                        .maxQueued(10_000)
                        .build())
                .isNotNull();
    }

    @Test
    void takesASecondClientThatAsksForTheSameOrForNothing() {
        client().retry(ONCE).maxConcurrency(2).build();
        assertThat(client().retry(RetryPolicy.none()).maxConcurrency(2).build()).isNotNull();
        assertThat(client().build()).isNotNull();
    }

    @Test
    void sharesOneGovernorAmongItsClients() {
        Account account = Account.builder(credentials).maxConcurrency(1).build();
        FlexAlertsClient one = client().account(account).build();
        FlexAlertsClient two = client().account(account).build();
        Disposable first = one.rules().fetch("QY1").subscribe();
        Disposable second = two.rules().fetch("QY1").subscribe();
        assertThat(wire.requests).hasSize(1);
        assertThat(account.snapshot()).isEqualTo(one.snapshot()).isEqualTo(two.snapshot());
        assertThat(account.snapshot().inFlight()).isEqualTo(1);
        assertThat(account.snapshot().interactiveQueued()).isEqualTo(1);
        second.dispose();
        first.dispose();
    }

    @Test
    void belongsToItsCredentials() {
        Account account = Account.builder(credentials).maxQueued(5).build();
        assertThat(Account.of(credentials)).isSameAs(account);
        assertThat(Account.builder(credentials).maxQueued(5).build()).isSameAs(account);
        assertThatIllegalStateException()
                .isThrownBy(() -> Account.builder(credentials).maxQueued(6).build())
                .withMessage("maxQueued must be the same for all clients of an account: "
                        + "the account has 5, this client has 6");
        assertThat(Account.of(Credentials.apiKey("SK1", "s3cret"))).isNotSameAs(account);
    }

    @Test
    void checksAClientThatIsGivenTheAccount() {
        Account account = Account.builder(credentials).retry(ONCE).build();
        assertThatIllegalStateException()
                .isThrownBy(() -> client().account(account).maxConcurrency(5).build())
                .withMessageStartingWith("maxConcurrency");
    }

    @Test
    void takesTheCredentialsOfTheAccount() {
        ScriptedTransport answering = new ScriptedTransport(json(200, "{\"sid\":\"QY1\"}"));
        FlexAlertsClient client = FlexAlertsClient.builder()
                .account(Account.of(credentials))
                .instanceSid(PagedTransport.INSTANCE)
                .transport(answering)
                .build();
        client.rules().fetch("QY1").block();
        assertThat(answering.requests.get(0).headers().get("Authorization")).startsWith("Basic ");
        Credentials others = Credentials.authToken("AC00000000000000000000000000000001", "other");
        FlexAlertsClient last =
                client().account(Account.of(credentials)).credentials(others).build();
        assertThat(last.snapshot()).isNotNull();
        assertThat(Account.of(others)).isNotSameAs(Account.of(credentials));
    }

    @Test
    void namesTheRangeOfALimit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Account.builder(credentials).maxConcurrency(0))
                .withMessage("maxConcurrency must be between 1 and 10000, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Account.builder(credentials).maxQueued(-1))
                .withMessageStartingWith("maxQueued must be between 0 and");
    }

    @Test
    void printsNoSecret() {
        assertThat(Account.of(credentials)).hasToString("Account[Credentials[SK1, secret=***]]");
    }

    private FlexAlertsClientBuilder client() {
        return PagedTransport.client(wire).credentials(credentials);
    }
}

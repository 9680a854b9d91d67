package io.github.flexalerts.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TokensTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-02T03:04:05Z"));
    private final FakeFlex flex = FakeFlex.builder()
            .clock(now::get)
            .oauthClient("OQone", "s&cret=ü")
            .tokenLife(Duration.ofMillis(60_900))
            .start();
    private final Caller caller = new Caller(flex);

    @AfterEach
    void close() {
        flex.close();
    }

    private HttpResponse<String> fetch(String type, String form) throws Exception {
        return caller.send(HttpRequest.newBuilder(URI.create(flex.tokenUrl()))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(form)));
    }

    private JsonNode fetch() throws Exception {
        return Caller.json(
                fetch(FORM, "grant_type=client_credentials&client_id=OQone&client_secret=s%26cret%3D%C3%BC"));
    }

    private int listWith(String authorization) throws Exception {
        return caller.send(caller.to(caller.rules()).setHeader("Authorization", authorization))
                .statusCode();
    }

    @Test
    void issuesATokenThatAllowsEveryOperation() throws Exception {
        JsonNode answer = fetch();

        assertThat(answer.propertyNames())
                .containsExactly("access_token", "token_type", "expires_in", "id_token", "refresh_token");
        assertThat(answer.path("token_type").stringValue()).isEqualTo("Bearer");
        assertThat(answer.path("expires_in").intValue()).isEqualTo(60);
        assertThat(answer.path("refresh_token").isNull()).isTrue();
        String token = answer.path("access_token").stringValue();
        assertThat(listWith("Bearer " + token)).isEqualTo(200);
        assertThat(listWith("bearer " + token)).isEqualTo(200);
        assertThat(listWith("Basic " + token)).isEqualTo(401);
        assertThat(fetch().path("access_token").stringValue()).isNotEqualTo(token);
        assertThat(flex.requests().get(0).operation()).isEqualTo("token.fetch");
        assertThat(flex.requests().get(0).authorized()).isTrue();
        assertThat(flex.requests().get(0)).asString().doesNotContain("cret", "OQone");
        assertThat(flex.clientId()).isEqualTo("OQone");
        assertThat(flex.clientSecret()).isEqualTo("s&cret=ü");
    }

    @Test
    void takesATokenUntilItExpiresOrIsRevoked() throws Exception {
        String first = "Bearer " + fetch().path("access_token").stringValue();

        now.set(now.get().plusSeconds(59));
        String second = "Bearer " + fetch().path("access_token").stringValue();
        assertThat(listWith(first)).isEqualTo(200);
        now.set(now.get().plusSeconds(1));
        assertThat(listWith(first)).isEqualTo(401);
        assertThat(listWith(second)).isEqualTo(200);
        flex.revokeTokens();
        assertThat(listWith(second)).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type=client_credentials&client_id=OQone&client_secret=wrong, 401, 20003",
        "grant_type=client_credentials&client_id=OQone, 401, 20003",
        "grant_type=client_credentials&client_secret=s%26cret%3D%C3%BC, 401, 20003",
        "client_secret=%zz, 401, 20003",
        "grant_type=password&client_id=OQone&client_secret=s%26cret%3D%C3%BC, 400, 20001",
        "client_id=OQone&client_secret=s%26cret%3D%C3%BC, 400, 20001",
    })
    void refusesOtherClientsAndOtherGrants(String form, int status, int code) throws Exception {
        HttpResponse<String> response = fetch(FORM, form);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Caller.json(response).path("code").intValue()).isEqualTo(code);
    }

    @Test
    void wantsAFormAndAPost() throws Exception {
        HttpResponse<String> other =
                fetch("text/plain", "grant_type=client_credentials&client_id=OQone&client_secret=s%26cret%3D%C3%BC");

        assertThat(other.statusCode()).isEqualTo(415);
        assertThat(other.body()).contains(FORM);
        assertThat(caller.get("/v2/token").statusCode()).isEqualTo(405);
        assertThatIllegalArgumentException().isThrownBy(() -> FakeFlex.builder().tokenLife(Duration.ofMillis(999)));
    }

    @Test
    void showsFaultsWithoutWriting() throws Exception {
        flex.inject(Fault.parse("created-then-reset"), Fault.parse("status@token.fetch:2=503"));

        assertThat(fetch().has("access_token")).isTrue();
        assertThat(fetch().path("status").intValue()).isEqualTo(503);
    }
}

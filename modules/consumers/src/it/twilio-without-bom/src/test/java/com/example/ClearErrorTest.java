package com.example;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.flexalerts.reactive.Credentials;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.github.flexalerts.reactive.FlexAlertsClientBuilder;
import org.junit.jupiter.api.Test;

/** The Twilio SDK is declared first and brings jackson-annotations that are too old; nothing manages them. */
class ClearErrorTest {

    @Test
    void namesTheArtifactAndBothVersions() {
        FlexAlertsClientBuilder builder = FlexAlertsClient.builder()
                .credentials(Credentials.apiKey("SK1", "secret"))
                .instanceSid("GO00000000000000000000000000000001");
        String message = assertThrows(IllegalStateException.class, builder::build).getMessage();
        assertTrue(message.contains("jackson-annotations"), message);
        assertTrue(message.contains("2.18"), message);
        assertTrue(message.contains("2.22") || message.contains("2.20"), message);
    }
}

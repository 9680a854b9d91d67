package com.example;

import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.reactive.Credentials;
import io.github.flexalerts.reactive.FlexAlertsClient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** A WebFlux application that streams the rules of an instance. */
@SpringBootApplication
public class Application {

    @Bean
    FlexAlertsClient flexAlerts(
            @Value("${flex.url}") String url,
            @Value("${flex.account}") String account,
            @Value("${flex.token}") String token,
            @Value("${flex.instance}") String instance) {
        return FlexAlertsClient.builder()
                .baseUrl(url)
                .credentials(Credentials.authToken(account, token))
                .instanceSid(instance)
                .build();
    }

    @RestController
    static class Rules {
        private final FlexAlertsClient client;

        Rules(FlexAlertsClient client) {
            this.client = client;
        }

        @GetMapping("/rules")
        Flux<String> rules() {
            return client.rules().list().map(Rule::sid).map(sid -> sid + "\n");
        }

        @GetMapping("/queues")
        Flux<String> queues() {
            return client.configuration()
                    .flatMapMany(flex -> client.taskQueues(flex.workspaceSid()).list())
                    .map(queue -> queue.sid() + "\n");
        }
    }
}

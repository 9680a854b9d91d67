package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.testkit.FakeFlex;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.reactive.function.client.WebClient;

class ApplicationTest {

    @Test
    void streamsRulesAndQueuesOfTheService() {
        try (FakeFlex flex = FakeFlex.builder().rules(250).taskQueues(120).start();
                ConfigurableApplicationContext app = SpringApplication.run(
                        Application.class,
                        "--server.port=0",
                        "--flex.url=" + flex.baseUrl(),
                        "--flex.account=" + flex.accountSid(),
                        "--flex.token=" + flex.authToken(),
                        "--flex.instance=" + flex.instanceSid())) {
            String port = app.getEnvironment().getProperty("local.server.port");
            WebClient web = WebClient.create("http://127.0.0.1:" + port);
            assertThat(get(web, "/rules").lines()).containsExactlyElementsOf(flex.sids());
            assertThat(get(web, "/queues").lines()).hasSize(flex.taskQueues().size()).doesNotHaveDuplicates();
        }
    }

    private static String get(WebClient web, String path) {
        return web.get().uri(path).retrieve().bodyToMono(String.class).block();
    }
}

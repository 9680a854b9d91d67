package io.github.flexalerts.cli.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class DrainTest {
    @Test
    void neverReportsAFailedTransferAsNotSent() {
        Mono<String> running = Mono.error(new IllegalArgumentException("ada@example.com"));

        assertThatThrownBy(() -> Drain.each(running, 1, item -> {}, () -> {})).satisfies(error -> {
            Failure failure = new Errors(Map.of()).describe(error);
            assertThat(failure.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(failure.line()).contains("unexpected").doesNotContain("ada@");
        });
    }
}

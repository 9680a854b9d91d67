package io.github.flexalerts.cli.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.cli.Shell;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class DeletionTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = new Console(
            Map.of(),
            InputStream.nullInputStream(),
            new DataOut(out),
            new PrintStream(err, true, UTF_8),
            new Shell.FixedTerminal(Terminal.UNLIMITED, false));

    @Test
    void deletesTheOthersIfOneFails() {
        Deletion deletion = new Deletion(
                console,
                id -> id.equals("QY1") ? Mono.error(new IllegalArgumentException("ada@example.com")) : Mono.just(true),
                1);

        int exitCode = deletion.run(List.of("QY1", "QY2"));
        console.out().flush();

        assertThat(exitCode).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString(UTF_8)).isEqualTo("QY2\n");
        assertThat(err.toString(UTF_8))
                .contains("QY1: unexpected java.lang.IllegalArgumentException", "deleted QY2")
                .doesNotContain("ada@");
    }
}

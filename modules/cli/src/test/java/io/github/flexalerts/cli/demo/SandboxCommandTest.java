package io.github.flexalerts.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.cli.Shell;
import io.github.flexalerts.testkit.FakeFlex;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SandboxCommandTest {
    private static final Pattern EXPORT = Pattern.compile("export (\\w+)=(.*)");

    @Test
    void servesRequestsUntilInterrupted() throws Exception {
        PipedInputStream printed = new PipedInputStream();
        PipedOutputStream out = new PipedOutputStream(printed);
        CompletableFuture<Shell.Result> ended = new CompletableFuture<>();
        Thread sandbox = new Thread(() -> ended.complete(
                Shell.bare().runInto(out, "sandbox", "--rules", "7", "--fault", "status@rules.fetch=404")));
        sandbox.start();

        Shell shell = pasted(printed);

        assertThat(shell.run("rules", "list", "--output", "ndjson").outLines()).hasSize(7);
        assertThat(shell.run("rules", "get", "QY1").err()).contains("404");
        sandbox.interrupt();
        assertThat(ended.get(20, TimeUnit.SECONDS).exitCode()).isEqualTo(130);
        assertThat(ended.get(20, TimeUnit.SECONDS).err())
                .contains("serving 7 rules, 50 users, 40 queues and 4 channels, and notification configurations");
        assertThat(shell.run("rules", "list").exitCode()).isEqualTo(1);
    }

    @Test
    void reportsThatThePortIsInUse() {
        try (FakeFlex flex = FakeFlex.start()) {
            String port = Integer.toString(URI.create(flex.baseUrl()).getPort());

            Shell.Result result = Shell.bare().run("sandbox", "--port", port);

            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err()).contains("port " + port + " cannot be opened");
        }
    }

    @Test
    void listsWhatCanGoWrong() {
        assertThat(Shell.bare().run("sandbox", "--faults").out()).contains("status=CODE", "reset-before-headers\n");
    }

    private static Shell pasted(PipedInputStream printed) {
        Shell shell = Shell.bare();
        Scanner lines = new Scanner(printed, StandardCharsets.UTF_8);
        for (String line = lines.nextLine(); !line.startsWith("#"); line = lines.nextLine()) {
            Matcher export = EXPORT.matcher(line);
            assertThat(export.matches()).isTrue();
            shell.set(export.group(1), export.group(2));
        }
        return shell;
    }
}

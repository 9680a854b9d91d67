package io.github.flexalerts.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The command as a process of its own. */
@DisabledOnOs(OS.WINDOWS)
class ProcessTest {
    private static final int SIGTERM = 15;

    @Test
    void unwindsWhenTheProcessIsAskedToEnd() throws Exception {
        Process sandbox = start("sandbox");
        try (BufferedReader out = new BufferedReader(new InputStreamReader(sandbox.getInputStream(), UTF_8))) {
            assertThat(out.readLine()).startsWith("export TWILIO_ACCOUNT_SID=AC");

            sandbox.toHandle().destroy(); // Process.destroy would close the streams as well

            assertThat(sandbox.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(sandbox.exitValue()).isEqualTo(128 + SIGTERM);
        assertThat(new String(sandbox.getErrorStream().readAllBytes(), UTF_8))
                .endsWith("flex-alerts sandbox: interrupted\n");
    }

    @Test
    void endsWithTheExitCodeAndOneLineOfTheCommand() throws Exception {
        Process list = start("rules", "list", "--base-url", "http://127.0.0.1:1", "--instance", "GO1");

        assertThat(list.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(list.exitValue()).isEqualTo(1);
        assertThat(new String(list.getErrorStream().readAllBytes(), UTF_8).lines())
                .filteredOn(line -> !line.startsWith("SLF4J")) // on the test's class path alone
                .singleElement()
                .satisfies(line ->
                        assertThat(line).startsWith("flex-alerts rules list: rules.list failed: no connection"));
    }

    private static Process start(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", // as the manifest of the jar has it
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("TWILIO_") || name.startsWith("JAVA_TOOL"));
        builder.environment().put("TWILIO_API_KEY", "SK1");
        builder.environment().put("TWILIO_API_SECRET", "secret");
        return builder.start();
    }
}

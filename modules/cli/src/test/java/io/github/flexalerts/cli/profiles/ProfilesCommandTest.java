package io.github.flexalerts.cli.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.cli.Shell;
import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.RawAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilesCommandTest {
    @TempDir
    Path folder;

    private final FakeFlex flex = FakeFlex.builder().rules(3).start();
    private Shell shell;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("flex-alerts"));
        Files.writeString(folder.resolve("secret"), flex.apiSecret() + "\n");
        Files.writeString(folder.resolve("flex-alerts/profiles.yaml"), """
                profiles:
                  good:
                    instance_sid: %s
                    account_sid: %s
                    auth_token: {env: MY_TOKEN}
                    base_url: %s
                  key:
                    instance_sid: %1$s
                    account_sid: %2$s
                    api_key: {sid: %s, secret: {file: %s}}
                    base_url: %3$s
                  bad:
                    instance_sid: %1$s
                    account_sid: %2$s
                    auth_token: {env: OTHER_TOKEN}
                    base_url: %3$s
                """.formatted(
                flex.instanceSid(), flex.accountSid(), flex.baseUrl(), flex.apiKey(), folder.resolve("secret")));
        shell = Shell.bare().set("XDG_CONFIG_HOME", folder.toString()).set("MY_TOKEN", flex.authToken());
    }

    @AfterEach
    void stop() {
        flex.close();
    }

    @Test
    void listsAndShowsProfilesWithoutSecrets() {
        assertThat(shell.run("profiles", "list").out()).isEqualTo("bad\ngood\nkey\n");
        String shown = shell.run("profiles", "show", "good").out();
        assertThat(shown).contains("TWILIO_AUTH_TOKEN  {env: MY_TOKEN}").doesNotContain(flex.authToken());
        assertThat(shell.run("profiles", "show", "key").out()).contains("TWILIO_API_SECRET  {file: ");
    }

    @Test
    void checksProfiles() {
        shell.set("OTHER_TOKEN", "wrong");
        Shell.Result all = shell.run("profiles", "check");
        assertThat(all.exitCode()).isEqualTo(1);
        assertThat(all.out()).isEqualTo("good  ok\nkey  ok\n");
        assertThat(all.err()).startsWith("bad: ").contains("401");
        assertThat(shell.unset("OTHER_TOKEN")
                        .run("profiles", "check", "bad", "good")
                        .exitCode())
                .isEqualTo(2);
        assertThat(shell.run("profiles", "check", "good").exitCode()).isZero();
    }

    @Test
    void runsACommandWithAProfile() {
        assertThat(shell.run("rules", "list", "--profile", "key", "--output", "ndjson")
                        .out()
                        .lines())
                .hasSize(3);
        assertThat(shell.run("rules", "list", "--profile", "good", "--instance", "GO" + "f".repeat(32))
                        .err())
                .contains("404");
        assertThat(shell.run("rules", "list", "--profile", "none").err())
                .contains("there is no profile 'none'")
                .contains("there are bad, good, key");
    }

    @Test
    void masksTheSecretOfAProfileInTheWordsOfTheService() {
        flex.respond(RawAnswer.of(400)
                .header("Content-Type", "application/json")
                .body("{\"message\":\"bad token " + flex.authToken() + "\"}"));
        Shell.Result result = shell.run("rules", "list", "--profile", "good");
        assertThat(result.err()).contains("the service says: bad token ***").doesNotContain(flex.authToken());
    }

    @Test
    void saysThatThereAreNoProfiles() {
        Shell.Result none = Shell.bare().set("HOME", folder.toString()).run("profiles", "list");
        assertThat(none.exitCode()).isZero();
        assertThat(none.err()).contains("there are no profiles in '" + folder.resolve(".config"));
    }
}

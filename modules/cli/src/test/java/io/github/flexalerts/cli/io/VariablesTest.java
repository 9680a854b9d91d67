package io.github.flexalerts.cli.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.cli.Shell;
import io.github.flexalerts.testkit.FakeFlex;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes from the environment, and a stdout that cannot be written. */
class VariablesTest {
    private final FakeFlex flex = FakeFlex.builder().rules(500).start();
    private final Shell shell = Shell.of(flex);

    @AfterEach
    void close() {
        flex.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", " \t\n"})
    void loseTheWhiteSpaceAroundThem(String end) {
        Shell.Result result = shell.set("TWILIO_ACCOUNT_SID", " " + flex.accountSid() + end)
                .set("TWILIO_AUTH_TOKEN", flex.authToken() + end)
                .set("FLEX_INSTANCE_SID", flex.instanceSid() + end)
                .set("FLEX_BASE_URL", flex.baseUrl() + end)
                .run("rules", "list", "--limit", "1");
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TWILIO_ACCOUNT_SID",
                "TWILIO_AUTH_TOKEN",
                "FLEX_INSTANCE_SID",
                "FLEX_BASE_URL",
                "FLEX_WORKSPACE_SID",
                "FLEX_TASKROUTER_URL",
                "HTTPS_PROXY",
                "FLEX_CA_FILE",
            })
    void areNamedIfTheyHoldAControlCharacter(String variable) {
        Shell.Result result = shell.set(variable, "s3c\nr3t").run("rules", "list");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains(variable).doesNotContain("s3c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rules list", "rules list --output json", "rules list --output ndjson", "--help", "users list"})
    void aFullDiskIsReportedOnce(String command) {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        Shell.Result result = shell.runInto(full, command.split(" "));
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.errLines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("cannot write to stdout: No space left on device"));
    }

    @Test
    void aReaderThatHasGoneIsNoFailure() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        Shell.Result result = shell.runInto(closed, "rules", "list");
        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
    }
}

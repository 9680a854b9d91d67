package io.github.flexalerts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorCommandTest {
    private final FakeFlex flex = FakeFlex.builder().rules(3).users(3).start();
    private final Shell shell = Shell.of(flex);

    @AfterEach
    void close() {
        flex.close();
    }

    @Test
    void findsEverythingWellAndChangesNothing() {
        Shell.Result result = shell.run("doctor");

        assertThat(result.exitCode()).as(result.out()).isZero();
        assertThat(result.outLines()).hasSize(10).allMatch(line -> line.startsWith("ok  "));
        assertThat(flex.requests()).allMatch(request -> request.method().equals("GET"));
        assertThat(result.out()).doesNotContain(flex.authToken());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            status@configuration.fetch=401   | credentials   | check TWILIO_ACCOUNT_SID and
            clock-skew=1h                    | clock         | behind; set it
            clock-skew=-1h                   | clock         | ahead; set it
            status@rules.list=404            | instance      | check the instance
            status@rules.list=403            | rules         | check the permissions
            status@notifications.fetch=403   | notifications | check the permissions
            status@users.list=403            | users         | check the permissions
            status@queues.list=403           | queues        | check the permissions
            reset-before-headers             | reachability  | try again later
            """)
    void saysWhatIsWrongAndWhatToDo(String fault, String check, String todo) {
        flex.inject(Fault.parse(fault));

        Shell.Result result = shell.run("doctor");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.outLines())
                .filteredOn(line -> line.startsWith("FAIL"))
                .first()
                .satisfies(line -> assertThat(line)
                        .startsWith("FAIL  " + check)
                        .contains(todo)
                        .doesNotContain(flex.authToken()));
    }

    @Test
    void saysWhichSettingsAreMissing() {
        assertThat(Shell.bare().run("doctor").out())
                .startsWith("FAIL  settings")
                .contains("FLEX_INSTANCE_SID");
        assertThat(Shell.bare().run("doctor").exitCode()).isEqualTo(1);
        Shell.Result unreachable = shell.run("doctor", "--base-url", "http://127.0.0.1:1");
        assertThat(unreachable.exitCode()).isEqualTo(1);
        assertThat(unreachable.out()).contains("FAIL  reachability", "check the base URL and the network");
    }

    @Test
    void namesTheInstanceThatIsTheAccounts() {
        String other = "GO" + "9".repeat(32);
        flex.addInstance(other);

        assertThat(shell.run("doctor", "--instance", other).out())
                .contains("FAIL  instance", flex.instanceSid(), "FAIL  queues");
    }
}

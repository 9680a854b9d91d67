package io.github.flexalerts.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.cli.Shell;
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
        assertThat(result.outLines()).hasSize(11).allMatch(line -> line.startsWith("ok  "));
        assertThat(flex.requests()).allMatch(request -> request.method().equals("GET"));
        assertThat(result.out()).doesNotContain(flex.authToken());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            status@configuration.fetch=401   | credentials   | check TWILIO_ACCOUNT_SID and
            status@configuration.fetch=403   | credentials   | check the permissions
            status@configuration.fetch=404   | base URL      | check the base URL
            status@configuration.fetch=302   | base URL      | check the base URL
            html@configuration.fetch=200     | base URL      | that the base URL leads
            status@configuration.fetch=503   | service       | try again
            status@configuration.fetch=429   | service       | try again
            clock-skew=90m                   | clock         | min
            clock-skew=-50h                  | clock         | 2 d 2 h ahead; set it
            status@rules.list=404            | instance      | check the instance
            status@rules.list=403            | rules         | check the permissions
            status@notifications.fetch=403   | notifications | check the permissions
            status@users.list=403            | users         | check the permissions
            status@queues.list=403           | queues        | check the permissions
            reset-before-headers             | reachability  | try again later
            """)
    void reportsTheProblemAndTheSolution(String fault, String check, String todo) {
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
    void reportsMissingSettings() {
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

    @Test
    void asksOnceForEachThing() {
        flex.inject(Fault.parse("status@configuration.fetch=503"), Fault.parse("status@rules.list=503"));

        shell.run("doctor");

        assertThat(flex.requests())
                .extracting("operation")
                .filteredOn(operation -> operation.equals("configuration.fetch"))
                .hasSizeLessThanOrEqualTo(3); // itself, the queues' workspace and the channels'
        assertThat(flex.requests())
                .extracting("operation")
                .filteredOn(operation -> operation.equals("rules.list"))
                .hasSize(2); // the instance, and what one may do in it
    }

    @Test
    void namesTheAccountThatIsTheCredentials() {
        shell.set("TWILIO_API_KEY", flex.apiKey()).set("TWILIO_API_SECRET", flex.apiSecret());

        String out = shell.set("TWILIO_ACCOUNT_SID", "AC" + "9".repeat(32))
                .run("doctor")
                .out();

        assertThat(out).contains("FAIL  account", "the credentials are of " + flex.accountSid());
    }
}

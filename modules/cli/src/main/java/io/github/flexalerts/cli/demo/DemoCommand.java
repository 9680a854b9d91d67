package io.github.flexalerts.cli.demo;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.settings.OperationTally;
import io.github.flexalerts.reactive.Credentials;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.github.flexalerts.testkit.FakeFlex;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows what the library is for. */
@Command(
        name = "demo",
        description = {
            "Shows the client at work against a fake service that has thousands of rules and injects faults.",
            "Exit code: 0 if the state of the fake service matches what the demo did, else 1."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example, which needs no settings:", "  flex-alerts demo"})
public final class DemoCommand implements Callable<Integer> {
    private static final int RULES = 5_000;

    private final Console console;

    public DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        OperationTally tally = new OperationTally(lines -> {});
        try (FakeFlex flex = FakeFlex.builder().rules(RULES).unlimitedRules().start();
                FlexAlertsClient client = FlexAlertsClient.builder()
                        .credentials(Credentials.authToken(flex.accountSid(), flex.authToken()))
                        .instanceSid(flex.instanceSid())
                        .baseUrl(URI.create(flex.baseUrl()))
                        .instrumentation(tally)
                        .build()) {
            int exitCode = new Demo(console, new DemoStage(flex, client.rules())).run();
            console.out().println("");
            tally.table().forEach(console.out()::println);
            return exitCode;
        }
    }
}

package io.github.flexalerts.cli.demo;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.DataOut;
import io.github.flexalerts.cli.io.ExitCode;
import io.github.flexalerts.cli.io.InterruptedRun;
import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.Fault;
import io.github.flexalerts.testkit.FaultDescription;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the fake service until it is interrupted. */
@Command(
        name = "sandbox",
        description = {
            "Starts a fake Flex service on this machine and prints the variables that lead to it.",
            "The fake serves rules, notification configurations, users, task queues, task channels,",
            "the account's configuration and OAuth tokens. It keeps everything in memory.",
            "It runs until Ctrl-C. Exit code: 130, or 143 if terminated."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example, in which every third listing is throttled:",
            "  flex-alerts sandbox --rules 5000 --fault status@rules.list:every3=429,retry-after=1"
        })
public final class SandboxCommand implements Callable<Integer> {
    private static final int USERS = 50;

    /** As many as the seeded rules name. */
    private static final int QUEUES = 40;

    private final Console console;

    @Option(names = "--port", paramLabel = "P", description = "The port on 127.0.0.1. Default: a free port.")
    private int port;

    @Option(names = "--rules", paramLabel = "N", description = "How many rules exist at the start. Default: 100.")
    private int rules = 100;

    @Option(
            names = "--fault",
            paramLabel = "NAME[@WHEN][=ARG]",
            description = "A fault to inject. Repeatable. --faults lists them.")
    private final List<String> faults = new ArrayList<>();

    @Option(names = "--faults", description = "List all faults and exit.")
    private boolean catalogue;

    public SandboxCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (catalogue) {
            Fault.catalogue().forEach(this::describe);
            return ExitCode.DONE;
        }
        Fault[] injected = faults.stream().map(Fault::parse).toArray(Fault[]::new);
        try (FakeFlex flex = FakeFlex.builder()
                .port(port)
                .rules(rules)
                .unlimitedRules()
                .users(USERS)
                .taskQueues(QUEUES)
                .inject(injected)
                .start()) {
            introduce(flex);
            new CountDownLatch(1).await();
            return ExitCode.DONE;
        } catch (UncheckedIOException e) {
            console.say("flex-alerts sandbox: port " + port + " cannot be opened; choose another with --port");
            return ExitCode.FAILED;
        } catch (InterruptedException e) {
            throw new InterruptedRun();
        }
    }

    private void introduce(FakeFlex flex) {
        DataOut out = console.out();
        out.println("export TWILIO_ACCOUNT_SID=" + flex.accountSid());
        out.println("export TWILIO_AUTH_TOKEN=" + flex.authToken());
        out.println("export FLEX_INSTANCE_SID=" + flex.instanceSid());
        out.println("export FLEX_BASE_URL=" + flex.baseUrl());
        out.println("export FLEX_TASKROUTER_URL=" + flex.baseUrl());
        out.println("export FLEX_WORKSPACE_SID=" + flex.workspaceSid());
        out.println("# paste the lines above into another shell, then try:");
        out.println("# flex-alerts rules list --limit 5");
        out.flush();
        console.say(String.format(
                "serving %,d rules, %d users, %d queues and %d channels, and notification configurations, until Ctrl-C",
                rules,
                flex.users().size(),
                flex.taskQueues().size(),
                flex.taskChannels().size()));
    }

    private void describe(FaultDescription fault) {
        console.out().println(fault.usage());
        console.out().println("    " + fault.description());
    }
}

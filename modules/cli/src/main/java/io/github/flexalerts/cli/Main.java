package io.github.flexalerts.cli;

import io.github.flexalerts.cli.alerts.AlertCreateCommand;
import io.github.flexalerts.cli.alerts.AlertDeleteCommand;
import io.github.flexalerts.cli.alerts.AlertDescribeCommand;
import io.github.flexalerts.cli.alerts.AlertUpdateCommand;
import io.github.flexalerts.cli.alerts.AlertsCommand;
import io.github.flexalerts.cli.bulk.ApplyCommand;
import io.github.flexalerts.cli.bulk.CopyCommand;
import io.github.flexalerts.cli.bulk.DriftCommand;
import io.github.flexalerts.cli.bulk.ExportCommand;
import io.github.flexalerts.cli.bulk.PlanCommand;
import io.github.flexalerts.cli.bulk.RolloutCommand;
import io.github.flexalerts.cli.demo.DemoCommand;
import io.github.flexalerts.cli.demo.SandboxCommand;
import io.github.flexalerts.cli.doctor.DoctorCommand;
import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.DataOut;
import io.github.flexalerts.cli.io.Errors;
import io.github.flexalerts.cli.io.ExitCode;
import io.github.flexalerts.cli.io.FailedRun;
import io.github.flexalerts.cli.io.Failure;
import io.github.flexalerts.cli.io.Refusals;
import io.github.flexalerts.cli.io.SystemTerminal;
import io.github.flexalerts.cli.lookup.ChannelListCommand;
import io.github.flexalerts.cli.lookup.ChannelsCommand;
import io.github.flexalerts.cli.lookup.QueueListCommand;
import io.github.flexalerts.cli.lookup.QueuesCommand;
import io.github.flexalerts.cli.lookup.UserListCommand;
import io.github.flexalerts.cli.lookup.UsersCommand;
import io.github.flexalerts.cli.notifications.NotificationCreateCommand;
import io.github.flexalerts.cli.notifications.NotificationDeleteCommand;
import io.github.flexalerts.cli.notifications.NotificationGetCommand;
import io.github.flexalerts.cli.notifications.NotificationUpdateCommand;
import io.github.flexalerts.cli.notifications.NotificationsCommand;
import io.github.flexalerts.cli.output.OutputForm;
import io.github.flexalerts.cli.profiles.ProfileCheckCommand;
import io.github.flexalerts.cli.profiles.ProfileListCommand;
import io.github.flexalerts.cli.profiles.ProfileShowCommand;
import io.github.flexalerts.cli.profiles.ProfilesCommand;
import io.github.flexalerts.cli.rules.CreateCommand;
import io.github.flexalerts.cli.rules.DeleteCommand;
import io.github.flexalerts.cli.rules.GetCommand;
import io.github.flexalerts.cli.rules.ListCommand;
import io.github.flexalerts.cli.rules.RulesCommand;
import io.github.flexalerts.cli.rules.UpdateCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The entry. */
public final class Main {
    private final Console console;
    private final FlexAlertsCommand root = new FlexAlertsCommand();

    private Main(Console console) {
        this.console = console;
    }

    /**
     * Runs the command and ends the process.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        Map<String, String> env = System.getenv();
        DataOut out = new DataOut(new FileOutputStream(FileDescriptor.out));
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), false, StandardCharsets.UTF_8);
        Console console = new Console(env, System.in, out, err, new SystemTerminal(env));
        Interruption interruption = Interruption.ofThisThread();
        int exitCode = run(console, args);
        interruption.finished();
        System.exit(exitCode);
    }

    /** Runs a command line and returns its exit code; an interrupt of the thread ends it. */
    static int run(Console console, String... args) {
        return new Main(console).run(args);
    }

    private int run(String... args) {
        Refusals.startCommand();
        CommandLine commands = commands();
        commands.setParameterExceptionHandler(new UsageErrors(console));
        commands.setExecutionExceptionHandler((error, command, parsed) -> failed(error, command));
        commands.setExecutionStrategy(this::execute);
        commands.registerConverter(OutputForm.class, OutputForm::parse);
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setUsageHelpAutoWidth(true);
        StringWriter help = new StringWriter();
        commands.setOut(new PrintWriter(help, true));
        int exitCode = commands.execute(args);
        return written(help.toString()) ? exitCode : ExitCode.FAILED;
    }

    private CommandLine commands() {
        CommandLine rules = new CommandLine(new RulesCommand())
                .addSubcommand(new ListCommand(console))
                .addSubcommand(new GetCommand(console))
                .addSubcommand(new CreateCommand(console))
                .addSubcommand(new UpdateCommand(console))
                .addSubcommand(new DeleteCommand(console));
        CommandLine notifications = new CommandLine(new NotificationsCommand())
                .addSubcommand(new NotificationGetCommand(console))
                .addSubcommand(new NotificationCreateCommand(console))
                .addSubcommand(new NotificationUpdateCommand(console))
                .addSubcommand(new NotificationDeleteCommand(console));
        CommandLine alerts = new CommandLine(new AlertsCommand())
                .addSubcommand(new AlertCreateCommand(console))
                .addSubcommand(new AlertDescribeCommand(console))
                .addSubcommand(new AlertUpdateCommand(console))
                .addSubcommand(new AlertDeleteCommand(console));
        return new CommandLine(root)
                .addSubcommand(rules)
                .addSubcommand(alerts)
                .addSubcommand(notifications)
                .addSubcommand(new CommandLine(new UsersCommand()).addSubcommand(new UserListCommand(console)))
                .addSubcommand(new CommandLine(new QueuesCommand()).addSubcommand(new QueueListCommand(console)))
                .addSubcommand(new CommandLine(new ChannelsCommand()).addSubcommand(new ChannelListCommand(console)))
                .addSubcommand(new ExportCommand(console))
                .addSubcommand(new PlanCommand(console))
                .addSubcommand(new DriftCommand(console))
                .addSubcommand(new ApplyCommand(console))
                .addSubcommand(new CopyCommand(console))
                .addSubcommand(new RolloutCommand(console))
                .addSubcommand(new CommandLine(new ProfilesCommand())
                        .addSubcommand(new ProfileListCommand(console))
                        .addSubcommand(new ProfileShowCommand(console))
                        .addSubcommand(new ProfileCheckCommand(console)))
                .addSubcommand(new DoctorCommand(console))
                .addSubcommand(new SandboxCommand(console))
                .addSubcommand(new DemoCommand(console));
    }

    private int execute(ParseResult parsed) {
        Quiet.set(!root.verbose);
        return new CommandLine.RunLast().execute(parsed);
    }

    private int failed(Exception error, CommandLine command) {
        written("");
        if (error instanceof DataOut.Closed) {
            return ExitCode.DONE;
        }
        Failure failure = new Errors(console.env()).describe(error);
        console.fail(command.getCommandSpec().qualifiedName() + ": " + failure.line(), error);
        for (Throwable note : error.getSuppressed()) {
            if (note instanceof FailedRun) {
                console.say("note: " + note.getMessage());
            }
        }
        if (root.verbose) {
            error.printStackTrace(console.err());
            console.err().flush();
        }
        return failure.exitCode();
    }

    /** Writes the rest of stdout; returns false if that fails for another reason than a closed pipe. */
    private boolean written(String rest) {
        try {
            console.out().print(rest);
            console.out().flush();
            return true;
        } catch (DataOut.Closed e) {
            return true;
        } catch (DataOut.Broken e) {
            console.say("flex-alerts: " + e.getMessage());
            return false;
        }
    }
}

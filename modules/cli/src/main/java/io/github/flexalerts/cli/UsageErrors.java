package io.github.flexalerts.cli;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.ExitCode;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells in one line what is wrong with the command line, and never repeats what may be a secret. */
final class UsageErrors implements IParameterExceptionHandler {
    private final Console console;

    UsageErrors(Console console) {
        this.console = console;
    }

    @Override
    public int handleParseException(ParameterException error, String[] args) {
        CommandLine command = error.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        console.say(name + ": " + message(error) + ". Try '" + name + " --help'");
        return ExitCode.INPUT;
    }

    private static String message(ParameterException error) {
        if (error instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unmatched(unmatched.getUnmatched().get(0), error.getCommandLine());
        }
        return String.valueOf(error.getMessage());
    }

    private static String unmatched(String argument, CommandLine command) {
        String word = argument.startsWith("-") ? argument.split("=", 2)[0] : argument;
        if (word.toLowerCase(Locale.ROOT).matches("-.*(token|secret|key|password|account).*")) {
            return "there is no option " + word + ": credentials are read only from the environment";
        }
        if (word.startsWith("-")) {
            return "unknown option " + word;
        }
        return command.getSubcommands().isEmpty() ? "one argument too many" : "unknown command '" + word + "'";
    }
}

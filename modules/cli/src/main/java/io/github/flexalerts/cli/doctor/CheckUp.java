package io.github.flexalerts.cli.doctor;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.Drain;
import io.github.flexalerts.cli.io.Errors;
import io.github.flexalerts.cli.io.ExitCode;
import io.github.flexalerts.cli.io.FailedRun;
import io.github.flexalerts.cli.io.Refusals;
import io.github.flexalerts.cli.io.Text;
import io.github.flexalerts.core.error.FlexAlertsException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** The findings of the doctor, a line each. */
final class CheckUp {
    private static final int NAMES = 14;

    private final Console console;
    private int exitCode = ExitCode.DONE;

    CheckUp(Console console) {
        this.console = console;
    }

    /** Makes a call, and returns how it failed; null if it did not. */
    @Nullable
    FlexAlertsException call(Publisher<?> call) {
        try {
            Drain.each(call, 1, item -> {}, () -> {});
            return null;
        } catch (FlexAlertsException e) {
            return e;
        }
    }

    /** Makes a call that has to succeed. */
    void check(String name, Publisher<?> call) {
        try {
            FlexAlertsException error = call(call);
            if (error == null) {
                ok(name, "may be read");
            } else {
                fail(name, error);
            }
        } catch (FailedRun e) {
            fail(name, String.valueOf(e.getMessage()));
        }
    }

    void ok(String name, String what) {
        line("ok  ", name, what);
    }

    void skip(String name, String why) {
        line("-   ", name, why);
    }

    void fail(String name, FlexAlertsException error) {
        fail(name, "", error);
    }

    /** The same with a text before what failed. */
    void fail(String name, String about, FlexAlertsException error) {
        fail(name, about + new Errors(console.env()).line(error));
        new Refusals(console.env()).lines(error).forEach(line -> console.out().println(Text.printable(line)));
        console.out().flush();
    }

    void fail(String name, String what) {
        exitCode = ExitCode.FAILED;
        line("FAIL", name, what);
    }

    int exitCode() {
        return exitCode;
    }

    private void line(String verdict, String name, String what) {
        console.out().println(verdict + "  " + Text.column(name, NAMES) + "  " + Text.printable(what));
        console.out().flush();
    }
}

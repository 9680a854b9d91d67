package io.github.flexalerts.cli.bulk;

import io.github.flexalerts.cli.io.Console;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar on stderr, if stderr is a terminal and neither quiet nor machine output is asked for. */
final class BulkProgress implements AutoCloseable {
    private static final int WIDTH = 100;

    private final @Nullable ProgressBar bar;
    private final RetryCount retries;

    /**
     * Shows a bar.
     *
     * @param most the number of steps; -1 if it is unknown
     */
    BulkProgress(Console console, OutputMode mode, String task, long most, RetryCount retries) {
        this.retries = retries;
        this.bar = console.terminal().isInteractive() && !mode.quiet && mode.form == OutputMode.Form.TABLE
                ? bar(console.err(), task, most)
                : null;
    }

    private static ProgressBar bar(PrintStream err, String task, long most) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(most)
                .setUpdateIntervalMillis(200)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                .showSpeed()
                .build();
    }

    /** Counts a step. */
    void step() {
        if (bar != null) {
            bar.step();
            bar.setExtraMessage(" " + retries);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}

package io.github.flexalerts.cli.settings;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.reactive.ClientInstrumentation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that calls the service. */
public abstract class ServiceCommand implements Callable<Integer> {
    protected final Console console;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    protected ServiceCommand(Console console) {
        this.console = console;
    }

    /** Reads the settings of the environment and the options. */
    protected Settings settings() {
        return Settings.of(console.env(), service);
    }

    /** Returns what observes the calls: the table of {@code --metrics}, or a default. */
    protected ClientInstrumentation instrumentation(ClientInstrumentation otherwise) {
        ClientInstrumentation asked = instrumentation();
        return asked == ClientInstrumentation.NOOP ? otherwise : asked;
    }

    /** Returns what observes the calls. */
    protected ClientInstrumentation instrumentation() {
        return service.instrumentation(console);
    }
}

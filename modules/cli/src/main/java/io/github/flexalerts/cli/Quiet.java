package io.github.flexalerts.cli;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import reactor.util.Loggers;

/** Keeps the log of the HTTP client off stderr, which has one line an error. */
final class Quiet {
    /** Held here, since the log manager would forget them and with them their level. */
    private static final List<Logger> LOGGERS =
            List.of(Logger.getLogger("io.netty"), Logger.getLogger("reactor"), Logger.getLogger("io.micrometer"));

    private Quiet() {}

    /** Sets it, before anything of Reactor has a logger: left alone, Reactor writes to the console by itself. */
    static void set(boolean quiet) {
        Loggers.useJdkLoggers();
        LOGGERS.forEach(logger -> logger.setLevel(quiet ? Level.OFF : null));
    }
}

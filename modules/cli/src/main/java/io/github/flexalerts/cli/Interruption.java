package io.github.flexalerts.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What happens on Ctrl-C: the command's thread is interrupted, so that it cancels what is on the way, writes what it has
 * and says that it was interrupted, before the process ends. Its exit code is then the signal's: 130, or 143 if terminated.
 */
public final class Interruption {
    private static final long SECONDS = 3;

    private final CountDownLatch finished = new CountDownLatch(1);

    private Interruption() {}

    /** Watches over the calling thread. */
    static Interruption ofThisThread() {
        Interruption interruption = new Interruption();
        Thread command = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interruption.end(command), "flex-alerts-interruption"));
        return interruption;
    }

    /** Tells that the command is over. */
    void finished() {
        finished.countDown();
    }

    private void end(Thread command) {
        if (finished.getCount() == 0) {
            return;
        }
        command.interrupt();
        try {
            if (!finished.await(SECONDS, TimeUnit.SECONDS)) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

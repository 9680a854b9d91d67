package io.github.flexalerts.cli;

import io.github.flexalerts.core.alert.AlertPlan;
import io.github.flexalerts.reactive.AlertJournal;
import io.github.flexalerts.reactive.codec.CodecException;
import io.github.flexalerts.reactive.codec.JsonCodec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Keeps on disk, while an alert is written, which configuration was made: a process that is killed between the two writes can
 * be run again and goes on with it. It holds SIDs alone.
 */
final class JournalFile implements AlertJournal {
    private static final String INSTANCE = "instance_sid";
    private static final String TTID = "ttid";

    private final Path path;
    private final String instance;
    private volatile boolean written;

    private JournalFile(Path path, String instance) {
        this.path = path;
        this.instance = instance;
    }

    /** Returns the journal of a file, next to it unless said otherwise; null for stdin without a place of its own. */
    static @Nullable JournalFile of(String file, @Nullable String journal, String instance) {
        if (journal == null && file.equals("-")) {
            return null;
        }
        try {
            return new JournalFile(Path.of(journal == null ? file + ".journal" : journal), instance);
        } catch (InvalidPathException e) {
            throw new InputException("--journal is no file name");
        }
    }

    /** Returns the plan, to go on where an earlier run was interrupted if there was one. */
    AlertPlan continued(AlertPlan plan) {
        Map<?, ?> kept = kept();
        if (kept == null) {
            return plan;
        }
        if (!(kept.get(TTID) instanceof String ttid) || !instance.equals(kept.get(INSTANCE))) {
            throw new InputException("the journal '" + path
                    + "' is of another instance, or none at all: finish what it is" + " of, or remove it");
        }
        if (plan.destinations() == null) {
            throw new InputException(
                    "the journal '" + path + "' names a configuration, but there are no destinations any"
                            + " more: 'flex-alerts notifications delete' it, then remove the journal");
        }
        return plan.continuing(ttid);
    }

    @Override
    public Mono<Void> configurationMade(String ttid) {
        return Mono.<Void>fromRunnable(() -> keep(ttid)).subscribeOn(Schedulers.boundedElastic());
    }

    /** Keeps an id, whole or not at all, before anything else happens. */
    void keep(String ttid) {
        Path draft = path.resolveSibling(path.getFileName() + ".new");
        byte[] json = JsonCodec.standard().write(Map.of(INSTANCE, instance, TTID, ttid));
        try (FileChannel file = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (ByteBuffer rest = ByteBuffer.wrap(json); rest.hasRemaining(); ) {
                file.write(rest);
            }
            file.force(true);
            Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
            written = true;
        } catch (IOException e) {
            throw new FailedRun("cannot write the journal '" + path + "'; choose another place with --journal");
        }
    }

    /** Tells whether this run has kept an id. */
    boolean isWritten() {
        return written;
    }

    /** Removes the journal: nothing is left to go on with. */
    void remove() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new FailedRun("cannot remove the journal '" + path + "': remove it, for its work is done");
        }
    }

    private @Nullable Map<?, ?> kept() {
        try {
            return JsonCodec.standard().read(Files.readAllBytes(path), Map.class);
        } catch (NoSuchFileException e) {
            return null;
        } catch (CodecException | IOException e) {
            throw new InputException("cannot read the journal '" + path + "'");
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}

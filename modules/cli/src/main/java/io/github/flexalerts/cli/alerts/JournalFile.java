package io.github.flexalerts.cli.alerts;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.FailedRun;
import io.github.flexalerts.cli.io.InputException;
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
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Records on disk, while an alert is created, that a configuration is about to be created and then its SID. If the process is
 * killed before the rule exists, the next run continues with it. The file contains SIDs only.
 */
final class JournalFile implements AlertJournal {
    private static final String OPERATION = "operation";
    private static final String SID = "sid";
    private static final String INSTANCE = "instance_sid";
    private static final String TTID = "ttid";

    private final Path path;
    private final Map<String, String> run;
    private volatile boolean written;

    private JournalFile(Path path, Map<String, String> run) {
        this.path = path;
        this.run = run;
    }

    /**
     * Returns the journal of a file, next to it unless said otherwise; null for stdin without a place of its own.
     *
     * @param files where they are
     * @param operation what is done, as in {@code alerts create}
     * @param sid the rule to which it is done, null if that is to be made
     * @param instance the instance in which it is done
     */
    static @Nullable JournalFile of(AlertFiles files, String operation, @Nullable String sid, String instance) {
        if (files.journal == null && files.file.equals("-")) {
            return null;
        }
        Map<String, String> run = new TreeMap<>(Map.of(OPERATION, operation, INSTANCE, instance));
        if (sid != null) {
            run.put(SID, sid);
        }
        try {
            return new JournalFile(Path.of(files.journal == null ? files.file + ".journal" : files.journal), run);
        } catch (InvalidPathException e) {
            throw new InputException("--journal is not a valid file name");
        }
    }

    /** Returns the plan, to go on where an earlier run was interrupted if there was one. Sees that it can be written. */
    AlertPlan continued(AlertPlan plan, Console console) {
        Map<?, ?> kept = kept();
        if (plan.destinations() != null) {
            probe();
        }
        if (kept == null) {
            return plan;
        }
        if (!(kept.get(TTID) instanceof String ttid)) {
            console.say(
                    "note: an earlier run ended while it created a notification configuration: one may exist whose id"
                            + " is unknown, and the service cannot list configurations");
            return plan;
        }
        if (plan.destinations() == null) {
            throw new InputException("the journal '" + path + "' names a configuration, but the file"
                    + " has no destinations now: delete it with 'flex-alerts notifications delete', then"
                    + " remove the journal");
        }
        return plan.continuing(ttid);
    }

    /** Keeps that a configuration is about to be made. */
    Mono<Void> configurationIntended() {
        return Mono.<Void>fromRunnable(() -> write(run)).subscribeOn(Schedulers.boundedElastic());
    }

    @Override
    public Mono<Void> configurationMade(String ttid) {
        return Mono.<Void>fromRunnable(() -> keep(ttid)).subscribeOn(Schedulers.boundedElastic());
    }

    /** Keeps an id. */
    void keep(String ttid) {
        Map<String, String> members = new TreeMap<>(run);
        members.put(TTID, ttid);
        write(members);
    }

    /** Forgets what this run has written; what an earlier one has stays. */
    void forget() {
        if (written) {
            remove();
        }
    }

    /** Removes the journal: nothing is left to go on with. */
    void remove() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new FailedRun("cannot remove the journal '" + path + "': remove it, for its work is done");
        }
    }

    /** Writes the whole or nothing, before anything else happens. */
    private void write(Map<String, String> members) {
        Path draft = draft();
        try (FileChannel file = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (ByteBuffer rest = ByteBuffer.wrap(JsonCodec.standard().write(members)); rest.hasRemaining(); ) {
                file.write(rest);
            }
            file.force(true);
            Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
            written = true;
        } catch (IOException e) {
            throw new FailedRun("cannot write the journal '" + path + "'; choose another place with --journal", e);
        }
    }

    private void probe() {
        try {
            Files.write(draft(), new byte[0]);
            Files.delete(draft());
        } catch (IOException e) {
            throw new InputException("cannot write the journal '" + path + "'; choose another place with --journal");
        }
    }

    private Path draft() {
        return path.resolveSibling(path.getFileName() + ".new");
    }

    private @Nullable Map<?, ?> kept() {
        Map<?, ?> kept = read();
        if (kept == null || isOfThis(kept)) {
            return kept;
        }
        throw new InputException("the journal '" + path + "' is of " + describe(kept)
                + ": run that again to finish it, or choose another place with --journal");
    }

    private boolean isOfThis(Map<?, ?> kept) {
        Map<Object, Object> rest = new HashMap<>(kept);
        boolean named = rest.remove(TTID) instanceof String || !kept.containsKey(TTID);
        return named && rest.equals(run);
    }

    /** The words of a file may be anything. */
    private static String describe(Map<?, ?> kept) {
        Object sid = kept.get(SID);
        String operation = kept.get(OPERATION) + (sid == null ? "" : " " + sid);
        return operation.matches("alerts [a-z]+( [A-Za-z0-9]+)?")
                ? "'" + operation + "', perhaps in another instance"
                : "something else";
    }

    private @Nullable Map<?, ?> read() {
        try {
            return JsonCodec.standard().read(Files.readAllBytes(path), Map.class);
        } catch (NoSuchFileException e) {
            return null;
        } catch (CodecException | IOException e) {
            throw new InputException(
                    "the journal '" + path + "' cannot be read: check whether it contains an id of a configuration"
                            + " that 'flex-alerts notifications get' finds; then remove it, or use another file with --journal");
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}

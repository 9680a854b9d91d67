package io.github.flexalerts.bulk;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.bulk.internal.file.ExportFilter;
import io.github.flexalerts.bulk.internal.file.ExportSpool;
import io.github.flexalerts.bulk.internal.file.OwnerFiles;
import io.github.flexalerts.bulk.internal.file.SealedWriter;
import io.github.flexalerts.bulk.internal.plan.Directory;
import io.github.flexalerts.core.error.NotFoundException;
import io.github.flexalerts.core.notification.NotificationConfiguration;
import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.github.flexalerts.reactive.Lane;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Exports the rules of an instance as NDJSON: a header, the notification configurations, the queues, channels and users that
 * rules refer to, the rules as the service returned them with unknown members, and a footer with counts and a SHA-256. Memory
 * does not grow with the number of rules: they are spooled to a temporary file that only its owner can read.
 *
 * <p>Nothing happens before a subscription. Files are written on {@link Schedulers#boundedElastic()}.
 */
public final class RuleExport {
    private static final int CONFIGURATIONS_AT_ONCE = 8;

    private final FlexAlertsClient client;
    private final RuleQuery query;
    private final boolean destinations;
    private final @Nullable String workspaceSid;
    private final Consumer<Rule> progress;
    private final InstantSource clock = InstantSource.system();

    private RuleExport(
            FlexAlertsClient client,
            RuleQuery query,
            boolean destinations,
            @Nullable String workspaceSid,
            Consumer<Rule> progress) {
        this.client = client;
        this.query = query;
        this.destinations = destinations;
        this.workspaceSid = workspaceSid;
        this.progress = progress;
    }

    /**
     * Returns an export of all rules without notification configurations.
     *
     * @param client the client; the caller closes it
     * @return the export
     */
    public static RuleExport of(FlexAlertsClient client) {
        return new RuleExport(client.lane(Lane.BULK), RuleQuery.all(), false, null, rule -> {});
    }

    /**
     * Exports only the rules of a query. The file records its filters, so that a plan made of it never deletes other rules.
     *
     * @param query which rules, in which order
     * @return a copy with this setting
     */
    public RuleExport query(RuleQuery query) {
        return new RuleExport(client, requireNonNull(query, "query"), destinations, workspaceSid, progress);
    }

    /**
     * Exports the notification configurations of the rules too. They contain e-mail addresses and webhook URLs.
     *
     * @param include whether to export them; false by default
     * @return a copy with this setting
     */
    public RuleExport destinations(boolean include) {
        return new RuleExport(client, query, include, workspaceSid, progress);
    }

    /**
     * Sets the workspace of the queues and channels, instead of that of the account's configuration.
     *
     * @param sid the workspace, {@code WS…}; null to look it up
     * @return a copy with this setting
     */
    public RuleExport workspaceSid(@Nullable String sid) {
        return new RuleExport(client, query, destinations, sid, progress);
    }

    /**
     * Sets a listener for each exported rule, for example to show progress.
     *
     * @param listener receives each rule on an I/O thread; must not block
     * @return a copy with this setting
     */
    public RuleExport onRule(Consumer<Rule> listener) {
        return new RuleExport(client, query, destinations, workspaceSid, requireNonNull(listener, "listener"));
    }

    /**
     * Writes a file that only its owner can read. The file appears under its name when it is complete.
     *
     * @param path the file
     * @return the summary; a failed listing or write fails the export, and the former file stays
     */
    public Mono<ExportSummary> writeTo(Path path) {
        requireNonNull(path, "path");
        return export(content -> OwnerFiles.replace(path, content));
    }

    /**
     * Writes the export to a stream when all rules were read.
     *
     * @param out the stream; not closed
     * @return the summary; if the listing fails, nothing is written
     */
    public Mono<ExportSummary> writeTo(OutputStream out) {
        requireNonNull(out, "out");
        return export(content -> content.writeTo(out));
    }

    private Mono<ExportSummary> export(Sink sink) {
        return Mono.usingWhen(
                Mono.fromCallable(ExportSpool::create).subscribeOn(Schedulers.boundedElastic()),
                spool -> spool(spool).then(Mono.defer(() -> complete(spool, sink))),
                spool -> Mono.fromRunnable(spool::close).subscribeOn(Schedulers.boundedElastic()));
    }

    private Mono<Void> spool(ExportSpool spool) {
        return client.rules()
                .list(query)
                .doOnNext(progress)
                .publishOn(Schedulers.boundedElastic(), 256)
                .doOnNext(spool::add)
                .then();
    }

    private Mono<ExportSummary> complete(ExportSpool spool, Sink sink) {
        List<String> missing = new CopyOnWriteArrayList<>();
        Mono<Map<String, NotificationConfiguration>> configurations = destinations
                ? Flux.fromIterable(new TreeSet<>(spool.configurations()))
                        .flatMapSequential(ttid -> configuration(ttid, missing), CONFIGURATIONS_AT_ONCE, 1)
                        .collectMap(each -> String.valueOf(each.ttid()), each -> each, LinkedHashMap::new)
                : Mono.just(Map.of());
        return configurations.flatMap(found -> Directory.references(client, workspaceSid, spool, found.values())
                .publishOn(Schedulers.boundedElastic())
                .map(references -> write(spool, sink, found, references.withWarnings(missing))));
    }

    /** A rule may refer to a configuration that was deleted. */
    private Mono<NotificationConfiguration> configuration(String ttid, List<String> missing) {
        return client.notificationConfigurations().fetch(ttid).onErrorResume(NotFoundException.class, gone -> {
            missing.add("notification configuration " + ttid + " does not exist, but a rule refers to it");
            return Mono.empty();
        });
    }

    private ExportSummary write(
            ExportSpool spool,
            Sink sink,
            Map<String, NotificationConfiguration> configurations,
            Directory.References references) {
        try {
            sink.accept(out -> write(out, spool, configurations, references.found()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ExportSummary(
                spool.size(), configurations.size(), references.found().size(), references.warnings());
    }

    private void write(
            OutputStream out,
            ExportSpool spool,
            Map<String, NotificationConfiguration> configurations,
            List<Reference> references)
            throws IOException {
        SealedWriter file = new SealedWriter(out, ExportFile.TYPES);
        file.header(ExportFile.FORMAT, header());
        for (NotificationConfiguration configuration : configurations.values()) {
            file.line("notification_configuration", Map.of("configuration", configuration));
        }
        for (Reference reference : references) {
            file.line(reference.kind().type(), members(reference));
        }
        spool.writeTo(file);
        file.footer();
    }

    private Map<String, ?> header() {
        Map<String, @Nullable Object> header = new LinkedHashMap<>();
        header.put("instance_sid", client.instanceSid());
        header.put(
                "exported_at", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        header.put("filter", ExportFilter.write(query));
        header.put("destinations", destinations);
        return header;
    }

    private static Map<String, ?> members(Reference reference) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("sid", reference.sid());
        members.put(reference.kind().member(), reference.name());
        if (reference.kind() == Reference.Kind.USER) {
            members.put("email", reference.email());
        }
        return members;
    }

    /** Where the file goes. */
    @FunctionalInterface
    private interface Sink {
        void accept(OwnerFiles.Content content) throws IOException;
    }
}

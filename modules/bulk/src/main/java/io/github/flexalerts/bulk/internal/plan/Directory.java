package io.github.flexalerts.bulk.internal.plan;

import io.github.flexalerts.bulk.Reference;
import io.github.flexalerts.bulk.Reference.Kind;
import io.github.flexalerts.bulk.internal.file.ExportSpool;
import io.github.flexalerts.core.configuration.FlexConfiguration;
import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.core.notification.NotificationConfiguration;
import io.github.flexalerts.core.notification.Subscriptions;
import io.github.flexalerts.reactive.FlexAlertsClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks up the queues, channels and users of an instance. */
public final class Directory {
    private Directory() {}

    /**
     * The references of an export.
     *
     * @param found the references, with names where they could be read
     * @param warnings what could not be read
     */
    public record References(List<Reference> found, List<String> warnings) {
        /** Returns these references with more warnings. */
        public References withWarnings(List<String> more) {
            List<String> all = new ArrayList<>(warnings);
            all.addAll(more);
            return new References(found, all);
        }
    }

    /** Returns the references of an export. A failed lookup is a warning, because the rules are exported in any case. */
    public static Mono<References> references(
            FlexAlertsClient client,
            @Nullable String workspaceSid,
            ExportSpool spool,
            Collection<NotificationConfiguration> configurations) {
        Set<String> users = new TreeSet<>();
        configurations.forEach(each -> users.addAll(users(each.destinations().subscriptions())));
        Mono<String> workspace = workspace(client, workspaceSid).cache();
        return Flux.concat(
                        named(Kind.QUEUE, spool.queues(), workspace.flatMapMany(sid -> queues(client, sid))),
                        named(Kind.CHANNEL, spool.channels(), workspace.flatMapMany(sid -> channels(client, sid))),
                        named(Kind.USER, users, users(client).map(User::reference)))
                .collectList()
                .map(Directory::joined);
    }

    private static References joined(List<References> parts) {
        List<Reference> found = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        parts.forEach(part -> {
            found.addAll(part.found());
            warnings.addAll(part.warnings());
        });
        return new References(found, warnings);
    }

    private static Mono<References> named(Kind kind, Set<String> sids, Flux<Reference> all) {
        if (sids.isEmpty()) {
            return Mono.just(new References(List.of(), List.of()));
        }
        return all.filter(reference -> sids.contains(reference.sid()))
                .collectMap(Reference::sid)
                .map(found -> {
                    List<Reference> references = sids.stream()
                            .map(sid -> found.getOrDefault(sid, new Reference(kind, sid, null, null)))
                            .toList();
                    return new References(references, warnings(kind, references));
                })
                .onErrorResume(
                        FlexAlertsException.class,
                        error -> Mono.just(new References(
                                sids.stream()
                                        .map(sid -> new Reference(kind, sid, null, null))
                                        .toList(),
                                List.of("the names of " + sids.size() + " " + kind.type() + "s could not be read: "
                                        + error.getMessage()))));
    }

    private static List<String> warnings(Kind kind, List<Reference> references) {
        return references.stream()
                .filter(reference -> reference.name() == null)
                .map(reference -> kind.type() + " " + reference.sid() + " has no name or does not exist any more")
                .toList();
    }

    /** Returns the workspace of the account, unless it is given. */
    static Mono<String> workspace(FlexAlertsClient client, @Nullable String given) {
        return given == null ? client.configuration().mapNotNull(FlexConfiguration::workspaceSid) : Mono.just(given);
    }

    static Flux<Reference> queues(FlexAlertsClient client, String workspace) {
        return client.taskQueues(workspace)
                .list()
                .map(queue -> new Reference(Kind.QUEUE, String.valueOf(queue.sid()), queue.friendlyName(), null));
    }

    static Flux<Reference> channels(FlexAlertsClient client, String workspace) {
        return client.taskChannels(workspace)
                .list()
                .map(channel -> new Reference(Kind.CHANNEL, String.valueOf(channel.sid()), channel.uniqueName(), null));
    }

    /** Returns all users, deactivated ones too. */
    static Flux<User> users(FlexAlertsClient client) {
        return client.users()
                .list()
                .map(user -> new User(
                        new Reference(Kind.USER, String.valueOf(user.sid()), user.username(), user.email()),
                        user.isActive()));
    }

    static List<String> users(@Nullable Subscriptions subscriptions) {
        return subscriptions == null ? List.of() : subscriptions.users();
    }

    /**
     * A user.
     *
     * @param reference its SID and names
     * @param active false if the user is deactivated
     */
    record User(Reference reference, boolean active) {}
}

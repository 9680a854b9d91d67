package io.github.flexalerts.bulk.internal.plan;

import io.github.flexalerts.bulk.Reference;
import io.github.flexalerts.bulk.Reference.Kind;
import io.github.flexalerts.reactive.FlexAlertsClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The queues, channels and users of a target by name. */
final class TargetNames {
    private final List<Directory.User> all;

    private TargetNames(List<Directory.User> all) {
        this.all = all;
    }

    /**
     * The result of a lookup.
     *
     * @param sid the SID at the target; null if there is not exactly one
     * @param reason why there is none, in one sentence
     */
    record Lookup(@Nullable String sid, String reason) {}

    /** Reads the kinds that are needed. Queues and channels count as active. */
    static Mono<TargetNames> read(FlexAlertsClient client, List<Kind> kinds, @Nullable String workspaceSid) {
        Mono<String> workspace = Directory.workspace(client, workspaceSid).cache();
        Flux<Directory.User> queues = workspace
                .flatMapMany(sid -> Directory.queues(client, sid))
                .map(queue -> new Directory.User(queue, true));
        Flux<Directory.User> channels = workspace
                .flatMapMany(sid -> Directory.channels(client, sid))
                .map(channel -> new Directory.User(channel, true));
        return Flux.concat(
                        kinds.contains(Kind.QUEUE) ? queues : Flux.empty(),
                        kinds.contains(Kind.CHANNEL) ? channels : Flux.empty(),
                        kinds.contains(Kind.USER) ? Directory.users(client) : Flux.empty())
                .collectList()
                .map(TargetNames::new);
    }

    Lookup find(Reference source) {
        Kind kind = source.kind();
        if (source.name() == null && source.email() == null) {
            return new Lookup(null, "the file has no name for it; add it to the mapping file");
        }
        List<Directory.User> found = named(source);
        if (found.isEmpty()) {
            return new Lookup(null, "the target has no " + kind.type() + " with its name; add it to the mapping file");
        }
        if (found.size() > 1) {
            return new Lookup(
                    null,
                    "the target has " + found.size() + " " + kind.type()
                            + "s with its name; choose one in the mapping file");
        }
        return found.get(0).active()
                ? new Lookup(found.get(0).reference().sid(), "")
                : new Lookup(null, "the user is deactivated at the target; choose another in the mapping file");
    }

    private List<Directory.User> named(Reference source) {
        List<Directory.User> byName = new ArrayList<>();
        List<Directory.User> byEmail = new ArrayList<>();
        for (Directory.User each : all) {
            Reference reference = each.reference();
            if (reference.kind() == source.kind()) {
                if (source.name() != null && Objects.equals(reference.name(), source.name())) {
                    byName.add(each);
                }
                if (source.email() != null && source.email().equalsIgnoreCase(reference.email())) {
                    byEmail.add(each);
                }
            }
        }
        return byName.isEmpty() ? byEmail : byName;
    }
}

package io.github.flexalerts.cli.lookup;

import io.github.flexalerts.cli.io.FailedRun;
import io.github.flexalerts.core.configuration.FlexConfiguration;
import io.github.flexalerts.reactive.FlexAlertsClient;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Where the queues and channels are: as it is set, else as the account's configuration says. */
public final class Workspace {
    private Workspace() {}

    /** Returns the workspace's SID; a {@link FailedRun} if it is unknown. */
    public static Mono<String> sid(FlexAlertsClient client, @Nullable String set) {
        return set == null ? client.configuration().map(found -> of(client, found)) : Mono.just(set);
    }

    private static String of(FlexAlertsClient client, FlexConfiguration found) {
        String workspace = found.workspaceSid();
        String instance = found.instanceSid();
        if (workspace == null || (instance != null && !instance.equals(client.instanceSid()))) {
            throw new FailedRun(
                    "the account's configuration names no workspace of this instance; set FLEX_WORKSPACE_SID");
        }
        return workspace;
    }
}

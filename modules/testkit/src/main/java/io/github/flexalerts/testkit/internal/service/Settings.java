package io.github.flexalerts.testkit.internal.service;

import io.github.flexalerts.testkit.internal.fault.FaultSpec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** What the builder decided, for all lives of one fake. */
public record Settings(
        int port,
        long randomSeed,
        String instanceSid,
        String workspaceSid,
        Set<String> moreInstances,
        Keys keys,
        Duration tokenLife,
        InstantSource clock,
        Seeds seeds,
        String pageHost,
        String taskRouterPageHost,
        int maxRules,
        int maxNotificationConfigurations,
        boolean metaLast,
        boolean gzip,
        boolean strictValues,
        List<FaultSpec> faults) {

    public Settings {
        moreInstances = Set.copyOf(moreInstances);
        faults = List.copyOf(faults);
    }

    /** How much there is at the start. */
    public record Seeds(int rules, int users, int queues, List<String> channels) {

        public Seeds {
            channels = List.copyOf(channels);
        }
    }

    /** The pairs of name and secret that the service takes: two by HTTP Basic, one for tokens. */
    public record Keys(
            String accountSid,
            String authToken,
            String apiKey,
            String apiSecret,
            String clientId,
            String clientSecret) {

        @Override
        public String toString() {
            return "Keys[" + accountSid + ", " + apiKey + ", " + clientId + "]";
        }
    }
}

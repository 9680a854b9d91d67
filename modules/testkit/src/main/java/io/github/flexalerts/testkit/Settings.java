package io.github.flexalerts.testkit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** What the builder decided, for all lives of one fake. */
record Settings(
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
        List<Fault> faults) {

    Settings {
        moreInstances = Set.copyOf(moreInstances);
        faults = List.copyOf(faults);
    }

    /** How much there is at the start. */
    record Seeds(int rules, int users, int queues, List<String> channels) {

        Seeds {
            channels = List.copyOf(channels);
        }
    }

    /** The pairs of name and secret that the service takes: two by HTTP Basic, one for tokens. */
    record Keys(
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

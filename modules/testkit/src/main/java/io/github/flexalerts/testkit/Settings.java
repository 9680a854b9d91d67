package io.github.flexalerts.testkit;

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

    /** The two pairs of user name and password that the service takes. */
    record Keys(String accountSid, String authToken, String apiKey, String apiSecret) {

        @Override
        public String toString() {
            return "Keys[" + accountSid + ", " + apiKey + "]";
        }
    }
}

package io.github.flexalerts.testkit;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.testkit.internal.service.Settings;
import io.github.flexalerts.testkit.internal.service.Settings.Keys;
import io.github.flexalerts.testkit.internal.service.Settings.Seeds;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Decides how a {@link FakeFlex} is set up. Every setting has a default; {@link #start()} opens the port. */
public final class FakeFlexBuilder {

    private static final int DOCUMENTED_MAX_RULES = 100;
    private static final int DOCUMENTED_MAX_NOTIFICATION_CONFIGURATIONS = 100;

    private int port;
    private long randomSeed = 1;
    private String instanceSid = "GOaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private final Set<String> moreInstances = new LinkedHashSet<>();
    private String accountSid = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private String authToken = "fake-auth-token";
    private String apiKey = "SKaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private String apiSecret = "fake-api-secret";
    private String clientId = "OQaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private String clientSecret = "fake-client-secret";
    private Duration tokenLife = Duration.ofHours(1);
    private InstantSource clock = InstantSource.system();
    private int rules;
    private int users;
    private int queues;
    private List<String> channels = List.of("voice", "sms", "chat", "email");
    private String workspaceSid = "WSaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private String pageHost = "https://flex-api.twilio.com";
    private String taskRouterPageHost = "https://taskrouter.twilio.com";
    private int maxRules = DOCUMENTED_MAX_RULES;
    private int maxNotificationConfigurations = DOCUMENTED_MAX_NOTIFICATION_CONFIGURATIONS;
    private boolean metaLast;
    private boolean gzip;
    private boolean strictValues = true;
    private final List<Fault> faults = new ArrayList<>();

    FakeFlexBuilder() {}

    /** Sets the port on 127.0.0.1; by default, and for 0, the system chooses a free one. */
    public FakeFlexBuilder port(int number) {
        if (number < 0 || number > 65535) {
            throw new IllegalArgumentException("port must be between 0 and 65535, was " + number);
        }
        this.port = number;
        return this;
    }

    /** Sets the seed of SIDs, of seeded rules and of faults at a rate; 1 by default. The same seed gives the same run. */
    public FakeFlexBuilder randomSeed(long seed) {
        this.randomSeed = seed;
        return this;
    }

    /** Sets the Flex instance of the fake service, replacing the default {@code GOaaaa…}. */
    public FakeFlexBuilder instanceSid(String sid) {
        this.instanceSid = requireNonNull(sid, "sid");
        return this;
    }

    /** Adds an instance of the same account; by default there is one only. */
    public FakeFlexBuilder instance(String sid) {
        moreInstances.add(requireNonNull(sid, "sid"));
        return this;
    }

    /** Sets the TaskRouter workspace of the account, replacing the default {@code WSaaaa…}. */
    public FakeFlexBuilder workspaceSid(String sid) {
        this.workspaceSid = requireNonNull(sid, "sid");
        return this;
    }

    /**
     * Sets the account, which owns everything and is a user name of Basic credentials; {@code ACaaaa…} by default.
     * Requests for notification configurations must name it in {@code I-Twilio-Auth-Account}. One that does not is
     * refused with 400 and code 20001, one that names another with 403 and code 45003, which is this fake's choice.
     */
    public FakeFlexBuilder accountSid(String sid) {
        this.accountSid = requireNonNull(sid, "sid");
        return this;
    }

    /** Sets the password that goes with the account SID, replacing the default. */
    public FakeFlexBuilder authToken(String token) {
        this.authToken = requireNonNull(token, "token");
        return this;
    }

    /** Sets the other pair of Basic credentials that the service takes, replacing the default {@code SKaaaa…}. */
    public FakeFlexBuilder apiKey(String sid, String secret) {
        this.apiKey = requireNonNull(sid, "sid");
        this.apiSecret = requireNonNull(secret, "secret");
        return this;
    }

    /** Sets the OAuth client to whom the service gives tokens, replacing the default {@code OQaaaa…}. */
    public FakeFlexBuilder oauthClient(String id, String secret) {
        this.clientId = requireNonNull(id, "id");
        this.clientSecret = requireNonNull(secret, "secret");
        return this;
    }

    /** Sets how long tokens are good by the service's clock, in whole seconds; the documented hour by default. */
    public FakeFlexBuilder tokenLife(Duration life) {
        if (life.toSeconds() < 1) {
            throw new IllegalArgumentException("tokenLife must be 1s or more, was " + life);
        }
        this.tokenLife = Duration.ofSeconds(life.toSeconds());
        return this;
    }

    /** Sets the clock that dates rules, answers and the log; the system's by default. */
    public FakeFlexBuilder clock(InstantSource source) {
        this.clock = requireNonNull(source, "source");
        return this;
    }

    /** Seeds so many rules at the start, past {@link #maxRules(int)} if need be; none by default. */
    public FakeFlexBuilder rules(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("rules must be 0 or more, was " + count);
        }
        this.rules = count;
        return this;
    }

    /** Seeds so many users at the start, of whom every tenth is deactivated; none by default. */
    public FakeFlexBuilder users(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("users must be 0 or more, was " + count);
        }
        this.users = count;
        return this;
    }

    /**
     * Seeds so many queues at the start; none by default. The first 40 are those that seeded rules name.
     */
    public FakeFlexBuilder taskQueues(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("taskQueues must be 0 or more, was " + count);
        }
        this.queues = count;
        return this;
    }

    /**
     * Sets the unique names of the channels that there are at the start, replacing {@code voice}, {@code sms},
     * {@code chat} and {@code email}. The first four are those that seeded rules name.
     */
    public FakeFlexBuilder taskChannels(String... uniqueNames) {
        this.channels = List.of(uniqueNames);
        return this;
    }

    /**
     * Sets the origin that page links and the URLs of rules name. By default it is the documented
     * {@code https://flex-api.twilio.com}, although the service listens elsewhere: just what a client meets behind a
     * proxy, and must not follow.
     */
    public FakeFlexBuilder pageHost(String origin) {
        this.pageHost = requireNonNull(origin, "origin");
        return this;
    }

    /**
     * Sets the origin that page links and the URLs of queues and channels name, by default the documented
     * {@code https://taskrouter.twilio.com}. This server answers for both hosts.
     */
    public FakeFlexBuilder taskRouterPageHost(String origin) {
        this.taskRouterPageHost = requireNonNull(origin, "origin");
        return this;
    }

    /**
     * Sets how many rules the account holds before a create is refused; the documented 100 by default. The refusal, a
     * 400 with code 45004, is this fake's choice: how the service refuses is not documented.
     */
    public FakeFlexBuilder maxRules(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("maxRules must be 0 or more, was " + count);
        }
        this.maxRules = count;
        return this;
    }

    /** Lifts the limit on rules. */
    public FakeFlexBuilder unlimitedRules() {
        this.maxRules = -1;
        return this;
    }

    /**
     * Sets how many notification configurations an instance holds before a create is refused; the documented 100 by
     * default. The refusal, a 400 with code 45004, is this fake's choice.
     */
    public FakeFlexBuilder maxNotificationConfigurations(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("maxNotificationConfigurations must be 0 or more, was " + count);
        }
        this.maxNotificationConfigurations = count;
        return this;
    }

    /** Sets whether {@code meta} comes after {@code rules}; by default it comes first, as in the reference's sample. */
    public FakeFlexBuilder metaLast(boolean last) {
        this.metaLast = last;
        return this;
    }

    /** Sets whether answers are compressed for clients that accept gzip; off by default. */
    public FakeFlexBuilder gzip(boolean on) {
        this.gzip = on;
        return this;
    }

    /**
     * Sets whether a metric, severity or operator that the reference does not list is refused; on by default. Whether
     * the service refuses them is not documented.
     */
    public FakeFlexBuilder strictValues(boolean strict) {
        this.strictValues = strict;
        return this;
    }

    /** Adds faults that are switched on at the start; none by default. */
    public FakeFlexBuilder inject(Fault... more) {
        faults.addAll(List.of(more));
        return this;
    }

    /**
     * Opens the port and serves until {@link FakeFlex#close()}.
     *
     * @throws java.io.UncheckedIOException if the port is taken
     */
    public FakeFlex start() {
        return new FakeFlex(new Settings(
                port,
                randomSeed,
                instanceSid,
                workspaceSid,
                moreInstances,
                new Keys(accountSid, authToken, apiKey, apiSecret, clientId, clientSecret),
                tokenLife,
                clock,
                new Seeds(rules, users, queues, channels),
                pageHost,
                taskRouterPageHost,
                maxRules,
                maxNotificationConfigurations,
                metaLast,
                gzip,
                strictValues,
                faults.stream().map(Fault::spec).toList()));
    }
}

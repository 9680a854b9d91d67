package io.github.flexalerts.reactive;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.reactive.codec.JsonCodec;
import io.github.flexalerts.reactive.internal.call.GuardedInstrumentation;
import io.github.flexalerts.reactive.internal.call.OpenCalls;
import io.github.flexalerts.reactive.internal.call.UserAgent;
import io.github.flexalerts.reactive.internal.client.DefaultFlexAlertsClient;
import io.github.flexalerts.reactive.internal.client.NeighbourCheck;
import io.github.flexalerts.reactive.internal.client.Wiring;
import io.github.flexalerts.reactive.internal.option.AccountOptions;
import io.github.flexalerts.reactive.internal.option.Durations;
import io.github.flexalerts.reactive.internal.option.Limits;
import io.github.flexalerts.reactive.internal.option.Origin;
import io.github.flexalerts.reactive.internal.option.Ranges;
import io.github.flexalerts.reactive.internal.option.Sids;
import io.github.flexalerts.reactive.internal.option.Site;
import io.github.flexalerts.reactive.internal.option.Timeouts;
import io.github.flexalerts.reactive.internal.paging.Pager;
import io.github.flexalerts.reactive.transport.NettyTransport;
import io.github.flexalerts.reactive.transport.NettyTransportBuilder;
import io.github.flexalerts.reactive.transport.Transport;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Builds a {@link FlexAlertsClient}. An invalid option fails when it is set. Not safe for use by several threads. */
public final class FlexAlertsClientBuilder {
    private Site flex = Site.FLEX;
    private @Nullable Site taskRouter;
    private @Nullable String accountSid;
    private @Nullable String workspaceSid;
    private @Nullable Credentials credentials;
    private @Nullable Account account;
    private @Nullable String instanceSid;
    private @Nullable Transport transport;
    private NettyTransportBuilder transportOptions = NettyTransport.builder();
    private @Nullable JsonCodec codec;
    private String userAgentPrefix = "";
    private int lookAhead = 1;
    private int pagesLookAhead;
    private int maxPages = 10_000;
    private Duration attemptTimeout = Duration.ofSeconds(30);
    private Duration operationTimeout = Duration.ofSeconds(60);
    private AccountOptions accountOptions = AccountOptions.NONE;
    private Limits limits = Limits.STANDARD;
    private ClientInstrumentation instrumentation = ClientInstrumentation.NOOP;
    private Scheduler timer = Schedulers.parallel();

    FlexAlertsClientBuilder() {}

    /**
     * Sets the credentials; required unless the {@linkplain #account account} is set.
     *
     * @param credentials the credentials of all calls
     * @return this builder
     */
    public FlexAlertsClientBuilder credentials(Credentials credentials) {
        this.credentials = requireNonNull(credentials, "credentials");
        this.account = null;
        return this;
    }

    /**
     * Sets the account, and with it the credentials; that of the {@link #credentials} by default.
     *
     * @param account what this client shares with the account's other clients
     * @return this builder
     */
    public FlexAlertsClientBuilder account(Account account) {
        this.account = requireNonNull(account, "account");
        this.credentials = account.credentials();
        return this;
    }

    /**
     * Sets the Flex instance; required.
     *
     * @param instanceSid the instance's SID, {@code GO…}
     * @return this builder
     * @throws IllegalArgumentException if the SID is not valid
     */
    public FlexAlertsClientBuilder instanceSid(String instanceSid) {
        this.instanceSid = Sids.instance(instanceSid);
        return this;
    }

    /**
     * Sets the URL of the service; {@code https://flex-api.twilio.com} by default. The client sends credentials only there, even
     * if a link in an answer names another host.
     *
     * @param baseUrl scheme, host and port; https, or http to the loopback
     * @return this builder
     * @throws IllegalArgumentException if it is anything else
     */
    public FlexAlertsClientBuilder baseUrl(String baseUrl) {
        return baseUrl(Origin.url("baseUrl", baseUrl));
    }

    /** Sets the URL of the service; see {@link #baseUrl(String)}. */
    public FlexAlertsClientBuilder baseUrl(URI baseUrl) {
        this.flex = Site.FLEX.at(Origin.of(requireNonNull(baseUrl, "baseUrl")));
        return this;
    }

    /**
     * Sets the URL of TaskRouter; {@code https://taskrouter.twilio.com} by default, or {@link #baseUrl(String)} if that
     * is the loopback, so that a test never calls Twilio. The client sends credentials there too.
     *
     * @param taskRouterUrl scheme, host and port; https, or http to the loopback
     * @return this builder
     * @throws IllegalArgumentException if it is anything else
     */
    public FlexAlertsClientBuilder taskRouterUrl(String taskRouterUrl) {
        return taskRouterUrl(Origin.url("taskRouterUrl", taskRouterUrl));
    }

    /** Sets the URL of TaskRouter; see {@link #taskRouterUrl(String)}. */
    public FlexAlertsClientBuilder taskRouterUrl(URI taskRouterUrl) {
        this.taskRouter =
                Site.TASK_ROUTER.at(Origin.of("taskRouterUrl", requireNonNull(taskRouterUrl, "taskRouterUrl")));
        return this;
    }

    /**
     * Sets the Flex account; calls for notification configurations need it. By default it is the account of {@link
     * Credentials#authToken}; with other credentials, set it.
     *
     * @param accountSid the account's SID, {@code AC…}
     * @return this builder
     * @throws IllegalArgumentException if the SID is not valid
     */
    public FlexAlertsClientBuilder accountSid(String accountSid) {
        this.accountSid = Sids.account(accountSid);
        return this;
    }

    /**
     * Sets the TaskRouter workspace in which alerts find their queues and channel; looked up for each alert by default.
     *
     * @param workspaceSid the workspace's SID, {@code WS…}
     * @return this builder
     * @throws IllegalArgumentException if the SID is not letters and digits
     */
    public FlexAlertsClientBuilder workspaceSid(String workspaceSid) {
        this.workspaceSid = Sids.workspace(workspaceSid);
        return this;
    }

    /**
     * Sets a product name to put before the library's own in {@code User-Agent}; none by default.
     *
     * @param userAgentPrefix as in {@code my-app/1.2}, printable ASCII
     * @return this builder
     * @throws IllegalArgumentException if it has other characters
     */
    public FlexAlertsClientBuilder userAgentPrefix(String userAgentPrefix) {
        this.userAgentPrefix = UserAgent.checkedPrefix(requireNonNull(userAgentPrefix, "userAgentPrefix"));
        return this;
    }

    /**
     * Sets the transport; {@link NettyTransport#create()} by default. The client does not close a transport that you set here.
     *
     * @param transport the transport
     * @return this builder
     */
    public FlexAlertsClientBuilder transport(Transport transport) {
        this.transport = requireNonNull(transport, "transport");
        return this;
    }

    /**
     * Sets the options of the client's own transport, which the client builds and closes; the defaults otherwise.
     *
     * @param options the transport's options, as a proxy or certificates to trust
     * @return this builder
     */
    public FlexAlertsClientBuilder transport(NettyTransportBuilder options) {
        this.transportOptions = requireNonNull(options, "options");
        this.transport = null;
        return this;
    }

    /**
     * Sets the codec; {@link JsonCodec#standard()} by default.
     *
     * @param codec the codec
     * @return this builder
     */
    public FlexAlertsClientBuilder codec(JsonCodec codec) {
        this.codec = requireNonNull(codec, "codec");
        return this;
    }

    /**
     * Sets how many pages {@code list} fetches ahead of the demand; 1 by default, which hides the service's latency.
     *
     * @param pages 0 to 16
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public FlexAlertsClientBuilder lookAhead(int pages) {
        this.lookAhead = Ranges.between("lookAhead", pages, 0, 16);
        return this;
    }

    /**
     * Sets how many pages {@code pages} fetches ahead of the demand; 0 by default.
     *
     * @param pages 0 to 16
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public FlexAlertsClientBuilder pagesLookAhead(int pages) {
        this.pagesLookAhead = Ranges.between("pagesLookAhead", pages, 0, 16);
        return this;
    }

    /**
     * Sets after how many pages a listing fails, as a guard against a list without an end; 10,000 by default.
     *
     * @param pages at least 1; {@link Integer#MAX_VALUE} for no limit
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public FlexAlertsClientBuilder maxPages(int pages) {
        this.maxPages = Ranges.between("maxPages", pages, 1, Integer.MAX_VALUE);
        return this;
    }

    /**
     * Sets how calls are repeated; that of the {@link Account} by default.
     *
     * @param retry the policy
     * @return this builder
     */
    public FlexAlertsClientBuilder retry(RetryPolicy retry) {
        this.accountOptions = accountOptions.withRetry(requireNonNull(retry, "retry"));
        return this;
    }

    /**
     * Sets how long one attempt may take, from asking for a connection to the whole answer; 30 s by default. For a page of a
     * listing, it limits each wait for items that are asked for. An attempt ends with the deadline of its operation too.
     *
     * @param timeout 1 ms to 24 h
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public FlexAlertsClientBuilder attemptTimeout(Duration timeout) {
        this.attemptTimeout = Durations.timeout("attemptTimeout", timeout);
        return this;
    }

    /**
     * Sets the deadline of an operation, with all its attempts and waits; 60 s by default. A listing has one for each step to the
     * next items; the time in which its consumer asks for none does not count.
     *
     * @param timeout 1 ms to 24 h
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public FlexAlertsClientBuilder operationTimeout(Duration timeout) {
        this.operationTimeout = Durations.timeout("operationTimeout", timeout);
        return this;
    }

    /**
     * Sets how many calls of the {@link Account} may be in flight at once, if the service admits them; 32 by default, and no more
     * than the connections of the client that makes the account. A client with fewer connections waits for them.
     *
     * @param calls 1 to 10,000
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public FlexAlertsClientBuilder maxConcurrency(int calls) {
        this.accountOptions = accountOptions.withMaxConcurrency(calls);
        return this;
    }

    /**
     * Sets how many calls of the {@link Account} may wait for admission; 10,000 by default. One more ends at once in a
     * {@link io.github.flexalerts.core.error.SaturatedException}.
     *
     * @param calls 0 or more
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public FlexAlertsClientBuilder maxQueued(int calls) {
        this.accountOptions = accountOptions.withMaxQueued(calls);
        return this;
    }

    /**
     * Sets how large one rule, or whatever else is fetched or listed, may be in an answer; 256 KiB by default.
     *
     * @param bytes 1 KiB or more
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public FlexAlertsClientBuilder maxRuleBytes(int bytes) {
        this.limits = limits.withRuleBytes(Ranges.between("maxRuleBytes", bytes, 1024, Integer.MAX_VALUE / 4));
        return this;
    }

    /**
     * Sets how large one page of a listing may be; 32 MiB by default.
     *
     * @param bytes 1 KiB or more
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public FlexAlertsClientBuilder maxBodyBytes(int bytes) {
        this.limits = limits.withBodyBytes(Ranges.between("maxBodyBytes", bytes, 1024, Integer.MAX_VALUE));
        return this;
    }

    /**
     * Sets how much of an answer that is not success is read; 64 KiB by default.
     *
     * @param bytes 1 KiB or more
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public FlexAlertsClientBuilder maxErrorBytes(int bytes) {
        this.limits = limits.withErrorBytes(Ranges.between("maxErrorBytes", bytes, 1024, Integer.MAX_VALUE / 4));
        return this;
    }

    /**
     * Sets what observes every call; {@link ClientInstrumentation#NOOP} by default. The client ignores what it throws. The module
     * {@code flex-alerts-metrics} has one on Micrometer.
     *
     * @param instrumentation the instrumentation; many clients may share it
     * @return this builder
     */
    public FlexAlertsClientBuilder instrumentation(ClientInstrumentation instrumentation) {
        this.instrumentation = GuardedInstrumentation.of(requireNonNull(instrumentation, "instrumentation"));
        return this;
    }

    /** Sets the clock and the delays, for tests. */
    FlexAlertsClientBuilder timer(Scheduler timer) {
        this.timer = timer;
        return this;
    }

    /**
     * Builds the client. Nothing is sent and nothing connected before an operation is subscribed to.
     *
     * @return the client
     * @throws IllegalStateException if the credentials or the instance are missing; if {@link #retry}, {@link
     *     #maxConcurrency} or {@link #maxQueued} was set to something else than the account has; or if another library has
     *     brought {@code jackson-annotations} that are too old. The message names the option or the versions
     */
    public FlexAlertsClient build() {
        NeighbourCheck.check();
        if (credentials == null || instanceSid == null) {
            throw new IllegalStateException("credentials and instanceSid must be set, missing:"
                    + (credentials == null ? " credentials" : "") + (instanceSid == null ? " instanceSid" : ""));
        }
        Transport wire = transport == null ? transportOptions.build() : transport;
        try {
            return new DefaultFlexAlertsClient(shared(credentials, wire), instanceSid, workspaceSid);
        } catch (RuntimeException error) {
            if (transport == null) {
                wire.close();
            }
            throw error;
        }
    }

    private DefaultFlexAlertsClient.Shared shared(Credentials credentials, Transport wire) {
        Account shared = account == null ? credentials.account(accountOptions, wire.maxConcurrency(), timer) : account;
        shared.check(accountOptions);
        Wiring wiring = new Wiring(
                shared.traffic(),
                shared.tokenTraffic(),
                shared.tokens(),
                credentials.scheme(),
                wire,
                new OpenCalls(),
                codec == null ? JsonCodec.standard() : codec,
                UserAgent.withPrefix(userAgentPrefix),
                new Timeouts(attemptTimeout, operationTimeout),
                limits,
                instrumentation);
        return new DefaultFlexAlertsClient.Shared(
                flex,
                taskRouter == null ? flex.taskRouter() : taskRouter,
                accountSid == null ? credentials.scheme().accountSid() : accountSid,
                shared.traffic(),
                wiring.service(new Pager.Paging(lookAhead, pagesLookAhead, maxPages)),
                wiring.closing(transport == null));
    }
}

package io.github.flexalerts.testkit;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.testkit.internal.http.Json;
import io.github.flexalerts.testkit.internal.http.SpecBody;
import io.github.flexalerts.testkit.internal.http.Waiting;
import io.github.flexalerts.testkit.internal.list.Store;
import io.github.flexalerts.testkit.internal.list.Stored;
import io.github.flexalerts.testkit.internal.service.FakeService;
import io.github.flexalerts.testkit.internal.service.LoopbackServer;
import io.github.flexalerts.testkit.internal.service.Resources;
import io.github.flexalerts.testkit.internal.service.Settings;
import io.github.flexalerts.testkit.internal.service.TaskRouterService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The documented alerts service of Twilio Flex, in this JVM, over real HTTP on 127.0.0.1.
 *
 * <p>It answers the five rule operations with the documented filters, sorting, paging, headers and errors, and what
 * alerts need besides: notification configurations, users, the queues and channels of TaskRouter, the account's
 * configuration and OAuth tokens, all on one port. It keeps a log of what it received, and goes wrong on request, see
 * {@link Fault}. Where the reference is silent, see {@code docs/testkit.md} and {@link FakeFlexBuilder}.
 *
 * <pre>{@code
 * try (FakeFlex flex = FakeFlex.builder().rules(120).start()) {
 *     flex.inject(StatusFaults.status(503).onRequest(2));
 *     // point a client at flex.baseUrl(), with flex.accountSid() and flex.authToken()
 *     assertThat(flex.requests()).extracting(ReceivedRequest::status).containsExactly(200, 503, 200, 200);
 * }
 * }</pre>
 *
 * <p>All methods may be called from any thread. Rules that are handed out are snapshots, which never change.
 */
public final class FakeFlex implements AutoCloseable {

    private final Settings settings;
    private final LoopbackServer server;

    FakeFlex(Settings settings) {
        this.settings = settings;
        this.server = LoopbackServer.start(settings.port(), new FakeService(settings));
    }

    /** Starts an empty service with all defaults on a free port. */
    public static FakeFlex start() {
        return builder().start();
    }

    /** Returns a builder with all defaults. */
    public static FakeFlexBuilder builder() {
        return new FakeFlexBuilder();
    }

    private FakeService service() {
        return server.service();
    }

    private Resources resources() {
        return service().resources();
    }

    /** Returns {@code http://127.0.0.1:PORT}, without a trailing slash. */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.port();
    }

    /** Returns the instance that methods without an instance speak of. */
    public String instanceSid() {
        return settings.instanceSid();
    }

    /** Returns the TaskRouter workspace. */
    public String workspaceSid() {
        return settings.workspaceSid();
    }

    /** Returns the account that owns the rules. */
    public String accountSid() {
        return settings.keys().accountSid();
    }

    /** Returns the password that goes with the account SID. */
    public String authToken() {
        return settings.keys().authToken();
    }

    /** Returns the API key that the service takes instead of the account SID. */
    public String apiKey() {
        return settings.keys().apiKey();
    }

    /** Returns the password that goes with the API key. */
    public String apiSecret() {
        return settings.keys().apiSecret();
    }

    /** Returns the OAuth client to whom the service gives tokens. */
    public String clientId() {
        return settings.keys().clientId();
    }

    /** Returns the secret that goes with the OAuth client. */
    public String clientSecret() {
        return settings.keys().clientSecret();
    }

    /** Returns where tokens are fetched, on the same port as everything else. */
    public String tokenUrl() {
        return baseUrl() + "/v2/token";
    }

    /** Makes all tokens that were fetched so far no good any more. */
    public void revokeTokens() {
        resources().tokens().revokeAll();
    }

    /** Adds an instance of the same account; nothing happens when it is there already. */
    public void addInstance(String sid) {
        resources().addInstance(requireNonNull(sid, "sid"));
    }

    /** Returns the rules of the default instance as the JSON says them, in the order of their creation. */
    public List<Map<String, @Nullable Object>> rules() {
        return rules(instanceSid());
    }

    /**
     * Returns the rules of an instance in the order of their creation.
     *
     * @throws IllegalArgumentException if there is no such instance
     */
    public List<Map<String, @Nullable Object>> rules(String instance) {
        return documents(resources().ruleStore(), instance);
    }

    private static List<Map<String, @Nullable Object>> documents(Store store, String owner) {
        return store.all(owner).stream()
                .map(item -> Json.toMap(item.document()))
                .toList();
    }

    /** Returns what the rules of the default instance are called in paths, in the order of their creation. */
    public List<String> sids() {
        return resources().ruleStore().all(instanceSid()).stream()
                .map(Stored::key)
                .toList();
    }

    /** Returns a rule of the default instance, or null when there is none with this SID. */
    public @Nullable Map<String, @Nullable Object> rule(String sid) {
        return document(resources().ruleStore(), sid);
    }

    private @Nullable Map<String, @Nullable Object> document(Store store, String key) {
        Stored item = store.find(instanceSid(), key);
        return item == null ? null : Json.toMap(item.document());
    }

    /**
     * Adds a rule to the default instance as a create would, dated now; the limit on rules does not count.
     *
     * @return the SID of the rule
     * @throws io.github.flexalerts.core.error.InvalidSpecException if the spec lacks a required field
     */
    public String add(RuleSpec spec) {
        return add(instanceSid(), spec);
    }

    /**
     * Adds a rule to an instance, otherwise like {@link #add(RuleSpec)}.
     *
     * @throws IllegalArgumentException if there is no such instance
     */
    public String add(String instance, RuleSpec spec) {
        return resources().rules().add(requireNonNull(instance, "instance"), SpecBody.of(spec));
    }

    /**
     * Adds a rule to the default instance, served exactly as given: members may be missing, null, unknown or odd.
     *
     * @return what the rule is called in paths: its {@code sid}, or a new one when it has none that is text
     */
    public String add(Map<String, ? extends @Nullable Object> rule) {
        return addDocument(Json.fromMap(rule));
    }

    /**
     * Adds a rule given as a JSON object, otherwise like {@link #add(Map)}.
     *
     * @throws IllegalArgumentException if the text is no JSON object
     */
    public String addJson(String rule) {
        return addDocument(Json.parseObject(rule));
    }

    private String addDocument(ObjectNode rule) {
        JsonNode sid = rule.path("sid");
        String key = sid.isString() ? sid.stringValue() : resources().rules().newSid();
        resources().ruleStore().add(instanceSid(), key, rule);
        return key;
    }

    /** Adds so many rules to the default instance, which the seed decides; the limit on rules does not count. */
    public void seed(int count) {
        seed(instanceSid(), count);
    }

    /**
     * Adds so many rules to an instance.
     *
     * @throws IllegalArgumentException if there is no such instance
     */
    public void seed(String instance, int count) {
        resources().rules().seed(instance, count);
    }

    /** Returns the notification configurations of the default instance, in the order of their creation. */
    public List<Map<String, @Nullable Object>> notificationConfigurations() {
        return notificationConfigurations(instanceSid());
    }

    /**
     * Returns the notification configurations of an instance, in the order of their creation.
     *
     * @throws IllegalArgumentException if there is no such instance
     */
    public List<Map<String, @Nullable Object>> notificationConfigurations(String instance) {
        return documents(resources().notificationStore(), instance);
    }

    /** Returns a notification configuration of the default instance, or null when there is none with this TTID. */
    public @Nullable Map<String, @Nullable Object> notificationConfiguration(String ttid) {
        return document(resources().notificationStore(), ttid);
    }

    /** Returns the users of the default instance, deactivated ones included, in the order of their creation. */
    public List<Map<String, @Nullable Object>> users() {
        return documents(resources().userStore(), instanceSid());
    }

    /**
     * Adds an active user to the default instance.
     *
     * @return the Flex user SID
     */
    public String addUser(String fullName) {
        return resources().users().add(instanceSid(), requireNonNull(fullName, "fullName"), true);
    }

    /**
     * Adds a deactivated user to the default instance, who has no worker and is listed all the same.
     *
     * @return the Flex user SID
     */
    public String addDeactivatedUser(String fullName) {
        return resources().users().add(instanceSid(), requireNonNull(fullName, "fullName"), false);
    }

    /** Adds a user to the default instance, served exactly as given: members may be missing, null, unknown or odd. */
    public void addUser(Map<String, ? extends @Nullable Object> user) {
        resources().userStore().add(instanceSid(), resources().users().newSid(), Json.fromMap(user));
    }

    /** Returns the queues of the workspace, in the order of their creation. */
    public List<Map<String, @Nullable Object>> taskQueues() {
        return documents(resources().queueStore(), workspaceSid());
    }

    /**
     * Adds a queue; several may bear one name.
     *
     * @return its SID
     */
    public String addTaskQueue(String friendlyName) {
        TaskRouterService taskRouter = resources().taskRouter();
        return taskRouter.addQueue(taskRouter.newSid("WQ"), requireNonNull(friendlyName, "friendlyName"));
    }

    /** Returns the channels of the workspace, in the order of their creation. */
    public List<Map<String, @Nullable Object>> taskChannels() {
        return documents(resources().channelStore(), workspaceSid());
    }

    /**
     * Adds a channel.
     *
     * @return its SID
     */
    public String addTaskChannel(String uniqueName) {
        TaskRouterService taskRouter = resources().taskRouter();
        return taskRouter.addChannel(taskRouter.newSid("TC"), requireNonNull(uniqueName, "uniqueName"));
    }

    /** Deletes the rules of all instances. */
    public void clear() {
        resources().ruleStore().clear();
    }

    /** Switches faults on, in addition to those that are on; each counts requests from now. */
    public void inject(Fault... faults) {
        List.of(faults).stream().map(Fault::spec).forEach(service().faults()::add);
    }

    /** Returns the faults that are on. */
    public List<Fault> faults() {
        return service().faults().faults().stream().map(Fault::new).toList();
    }

    /** Switches all faults off. Requests that they befell already stay befallen. */
    public void clearFaults() {
        service().faults().clear();
    }

    /** Scripts the answers to the next requests, one each, whatever these ask for. */
    public void respond(RawAnswer... answers) {
        List.of(answers).stream().map(RawAnswer::answer).forEach(service()::script);
    }

    /** Returns the requests received, in the order of their arrival; of very many, the last 100,000. */
    public List<ReceivedRequest> requests() {
        return service().log().snapshot();
    }

    /** Returns how many requests were received. */
    public long requestCount() {
        return service().log().count();
    }

    /** Forgets the requests received. */
    public void clearRequests() {
        service().log().clear();
    }

    /** Returns how many requests are received and not answered yet. */
    public int inFlight() {
        return service().log().inFlight();
    }

    /** Returns the most requests that were in flight at once since the start or the last {@link #clearRequests()}. */
    public int maxInFlight() {
        return service().log().maxInFlight();
    }

    /** Returns how many connections are open on the service's side. */
    public int openConnections() {
        return server.connections().open();
    }

    /**
     * Waits, without polling, until so many requests were received.
     *
     * @throws IllegalStateException if that takes longer than the limit, or the thread is interrupted
     */
    public void awaitRequests(long count, Duration limit) {
        Waiting.orThrow(
                () -> service().log().await(count, limit),
                () -> requestCount() + " of " + count + " requests received");
    }

    /**
     * Waits, without polling, until no request is in flight.
     *
     * @throws IllegalStateException if that takes longer than the limit, or the thread is interrupted
     */
    public void awaitIdle(Duration limit) {
        Waiting.orThrow(() -> service().log().awaitIdle(limit), () -> inFlight() + " requests still in flight");
    }

    /**
     * Waits, without polling, until no connection is open.
     *
     * @throws IllegalStateException if that takes longer than the limit, or the thread is interrupted
     */
    public void awaitNoConnections(Duration limit) {
        Waiting.orThrow(
                () -> server.connections().awaitNone(limit), () -> openConnections() + " connections still open");
    }

    /**
     * Starts over on the same port, as the builder said: rules and all else that it holds, instances, tokens, faults,
     * scripted answers, log and random numbers. Requests still in flight are cut off; idle connections stay.
     */
    public void reset() {
        server.service(new FakeService(settings));
    }

    /** Closes the port and all connections. Nothing happens the second time. */
    @Override
    public void close() {
        server.close();
    }
}

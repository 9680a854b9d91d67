package io.github.flexalerts.reactive;

import io.github.flexalerts.core.error.TransportException;
import io.github.flexalerts.core.error.TransportException.Reason;
import io.github.flexalerts.reactive.codec.JsonCodec;
import io.github.flexalerts.reactive.transport.ApiRequest;
import io.github.flexalerts.reactive.transport.ApiResponse;
import io.github.flexalerts.reactive.transport.Operation;
import io.github.flexalerts.reactive.transport.Transport;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A Flex account without a network, whose calls fail, wait or end for good where a test says so. */
final class AccountTransport implements Transport {
    static final String TTID = "flex_notificationconfiguration_";
    static final String SUPPORT = "WQ00000000000000000000000000000001";
    static final String SALES = "WQ00000000000000000000000000000002";
    static final String VOICE = "TC00000000000000000000000000000001";
    static final String ANNA = "FU00000000000000000000000000000001";

    /** What becomes of one call. */
    enum Fate {
        /** It is refused. */
        REFUSED,
        /** It is not done, and no answer tells. */
        LOST,
        /** It is done, and no answer tells. */
        LOST_BUT_DONE,
        /** It is not done, and the service says that it failed. */
        BROKEN,
        /** It is done, and the answer cannot be read. */
        UNREADABLE,
        /** It is not done yet when no answer tells, see {@link #comeLate}. */
        LATE,
        /** It is not done, and the transport fails of something of its own. */
        THROWN
    }

    final List<String> calls = new CopyOnWriteArrayList<>();
    final List<String> cancelled = new CopyOnWriteArrayList<>();
    final Map<String, Map<String, Object>> rules = new LinkedHashMap<>();
    final Map<String, Map<String, Object>> configurations = new LinkedHashMap<>();
    final List<Map<String, Object>> users = new ArrayList<>();
    final List<Map<String, Object>> queues = new ArrayList<>();
    final List<Map<String, Object>> channels = new ArrayList<>();
    final Map<String, Object> configuration = new LinkedHashMap<>(Map.of(
            "account_sid", "AC1", "flex_instance_sid", PagedTransport.INSTANCE, "taskrouter_workspace_sid", "WS1"));
    private final Map<Operation, Deque<Fate>> fates = new EnumMap<>(Operation.class);
    private final Map<Operation, Sinks.Empty<Void>> gates = new EnumMap<>(Operation.class);
    private final List<Runnable> late = new ArrayList<>();
    private int left = Integer.MAX_VALUE;
    private int made;

    @Nullable
    String nextTtid;

    @Nullable
    Object answeredDestinations;

    boolean answersAnyChannel;

    AccountTransport() {
        queues.add(Map.of("sid", SUPPORT, "friendly_name", "Support"));
        queues.add(Map.of("sid", SALES, "friendly_name", "Sales"));
        channels.add(Map.of("sid", VOICE, "unique_name", "voice"));
        users.add(Map.of("flex_user_sid", ANNA, "username", "anna", "email", "anna@example.com"));
    }

    /** Says what becomes of the next calls of an operation, one after the other. */
    AccountTransport fail(Operation operation, Fate... next) {
        fates.computeIfAbsent(operation, o -> new ArrayDeque<>()).addAll(List.of(next));
        return this;
    }

    /** Holds back the answers of an operation until the gate opens; what they answer is done before. */
    Sinks.Empty<Void> hold(Operation operation) {
        return gates.computeIfAbsent(operation, o -> Sinks.empty());
    }

    /** Lets so many calls be answered, and none after them. */
    void dieAfter(int calls) {
        left = calls;
    }

    /** Does what is late. */
    void comeLate() {
        late.forEach(Runnable::run);
        late.clear();
    }

    void revive() {
        left = Integer.MAX_VALUE;
        fates.clear();
        gates.clear();
    }

    @Override
    public <T> Flux<T> exchange(ApiRequest request, Function<ApiResponse, Publisher<T>> reader) {
        return Mono.defer(() -> answer(request))
                .doOnCancel(() -> cancelled.add(request.operation().id()))
                .flatMapMany(reader);
    }

    private synchronized Mono<ApiResponse> answer(ApiRequest request) {
        if (left-- <= 0) {
            return Mono.never();
        }
        Operation operation = request.operation();
        calls.add(operation.id());
        Fate fate = fates.getOrDefault(operation, new ArrayDeque<>()).poll();
        Mono<ApiResponse> answer = fate == null ? Mono.just(done(request)) : befallen(request, fate);
        Sinks.Empty<Void> gate = gates.get(operation);
        return gate == null ? answer : gate.asMono().then(answer);
    }

    private Mono<ApiResponse> befallen(ApiRequest request, Fate fate) {
        if (fate == Fate.LOST_BUT_DONE || fate == Fate.UNREADABLE) {
            done(request);
        }
        if (fate == Fate.LATE) {
            late.add(() -> done(request));
        }
        return switch (fate) {
            case REFUSED -> Mono.just(response(400, Map.of("status", 400)));
            case BROKEN -> Mono.just(response(503, Map.of()));
            case UNREADABLE -> Mono.just(response(200, List.of()));
            case THROWN -> Mono.error(new IllegalStateException("a fault of the transport's own"));
            case LOST, LOST_BUT_DONE, LATE ->
                Mono.error(new TransportException(request.operation().id(), Reason.CONNECTION, true, List.of(), null));
        };
    }

    private ApiResponse done(ApiRequest request) {
        String path = request.target().replaceAll("\\?.*", "");
        String id = URLDecoder.decode(path.substring(path.lastIndexOf('/') + 1), StandardCharsets.UTF_8);
        return switch (request.operation()) {
            case FETCH_CONFIGURATION -> response(200, configuration);
            case LIST_USERS -> page("users", users);
            case LIST_QUEUES -> page("task_queues", queues);
            case FETCH_QUEUE -> found(queue(id));
            case FETCH_CHANNEL -> found(channel(id));
            case LIST_RULES -> page("rules", rules.values());
            case FETCH_RULE -> found(rules.get(id));
            case CREATE_RULE -> found(put(rules, "sid", String.format("QY%032d", ++made), request));
            case UPDATE_RULE -> found(rules.containsKey(id) ? put(rules, "sid", id, request) : null);
            case DELETE_RULE -> gone(rules.remove(id));
            case CREATE_NOTIFICATION ->
                answered(put(configurations, "ttid", nextTtid == null ? TTID + ++made : nextTtid, request));
            case FETCH_NOTIFICATION -> found(configurations.get(id));
            case UPDATE_NOTIFICATION ->
                found(configurations.containsKey(id) ? put(configurations, "ttid", id, request) : null);
            case DELETE_NOTIFICATION -> gone(configurations.remove(id));
            default -> throw new AssertionError(request.operation());
        };
    }

    private ApiResponse answered(Map<String, Object> configuration) {
        Map<String, Object> answer = new LinkedHashMap<>(configuration);
        if (answeredDestinations != null) {
            answer.put("destinations", answeredDestinations);
        }
        return found(answer);
    }

    private @Nullable Map<String, Object> queue(String sid) {
        return queues.stream()
                .filter(queue -> sid.equals(queue.get("sid")))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Map<String, Object> channel(String name) {
        return channels.stream()
                .filter(channel -> answersAnyChannel || channel.containsValue(name))
                .findFirst()
                .orElse(null);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> put(
            Map<String, Map<String, Object>> all, String idName, String id, ApiRequest request) {
        byte[] body = new byte[request.body().remaining()];
        request.body().duplicate().get(body);
        Map<String, Object> members = new LinkedHashMap<>(JsonCodec.standard().read(body, Map.class));
        members.put(idName, id);
        all.put(id, members);
        return members;
    }

    private static ApiResponse page(String key, Collection<?> items) {
        return response(200, Map.of(key, List.copyOf(items), "meta", Map.of()));
    }

    private static ApiResponse found(@Nullable Map<String, Object> item) {
        return item == null ? response(404, Map.of()) : response(200, item);
    }

    private static ApiResponse gone(@Nullable Object removed) {
        return removed == null ? response(404, Map.of()) : new ApiResponse(204, Map::of, Flux.empty());
    }

    private static ApiResponse response(int status, Object body) {
        return new ApiResponse(
                status, Map::of, Flux.just(ByteBuffer.wrap(JsonCodec.standard().write(body))));
    }
}

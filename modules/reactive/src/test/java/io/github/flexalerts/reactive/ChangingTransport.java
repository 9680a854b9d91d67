package io.github.flexalerts.reactive;

import io.github.flexalerts.core.error.TransportException;
import io.github.flexalerts.core.error.TransportException.Reason;
import io.github.flexalerts.reactive.transport.ApiRequest;
import io.github.flexalerts.reactive.transport.ApiResponse;
import io.github.flexalerts.reactive.transport.Transport;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** A listing that changes between two fetches of a page: for each page, by its token, what each fetch of it brings. */
public final class ChangingTransport implements Transport {
    public static final String START = "start";

    public final List<String> fetched = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<Flux<String>>> script = new HashMap<>();

    /** The next fetch of the page brings these pieces; the last one of a page's is repeated. */
    public ChangingTransport on(String token, Flux<String> pieces) {
        script.computeIfAbsent(token, t -> new ArrayDeque<>()).add(pieces);
        return this;
    }

    /** The next fetch of the page brings all of these rules. */
    public ChangingTransport on(String token, @Nullable String next, String... rules) {
        return on(token, Flux.just(head(next) + rules(rules), "]}"));
    }

    /** The next fetch of the page breaks behind these rules. */
    public ChangingTransport broken(String token, @Nullable String next, String... rules) {
        return on(token, Flux.concat(Flux.just(head(next) + rules(rules)), lost()));
    }

    public static String head(@Nullable String next) {
        return "{\"meta\":{\"next_page_url\":" + (next == null ? "null" : '"' + link(next) + '"') + "},\"rules\":[";
    }

    public static String rules(String... names) {
        return Arrays.stream(names).map(name -> "{\"sid\":\"QY" + name + "\"}").collect(Collectors.joining(","));
    }

    public static <T> Flux<T> lost() {
        return Flux.error(() -> new TransportException("rules.list", Reason.CONNECTION, true, List.of(), null));
    }

    public static String link(String token) {
        return PagedTransport.PATH + "?PageToken=" + token;
    }

    @Override
    public <T> Flux<T> exchange(ApiRequest request, Function<ApiResponse, Publisher<T>> reader) {
        return Flux.defer(() -> {
            Flux<ByteBuffer> body =
                    fetch(request.target()).map(text -> ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            return reader.apply(new ApiResponse(200, Map::of, body));
        });
    }

    private synchronized Flux<String> fetch(String target) {
        int at = target.indexOf("PageToken=");
        String token = at < 0 ? START : target.substring(at + "PageToken=".length());
        fetched.add(token);
        Deque<Flux<String>> left = script.get(token);
        return left.size() > 1 ? left.remove() : left.element();
    }
}

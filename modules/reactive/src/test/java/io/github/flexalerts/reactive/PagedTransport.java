package io.github.flexalerts.reactive;

import io.github.flexalerts.core.page.Page;
import io.github.flexalerts.core.page.PageMeta;
import io.github.flexalerts.reactive.internal.paging.NextLink;
import io.github.flexalerts.reactive.transport.ApiRequest;
import io.github.flexalerts.reactive.transport.ApiResponse;
import io.github.flexalerts.reactive.transport.Transport;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** A listing of so many rules in pages of one size, without a network. */
public final class PagedTransport implements Transport {
    static final String INSTANCE = "GO00000000000000000000000000000001";
    public static final String PATH = "/v1/Instances/" + INSTANCE + "/InsightsRules";

    final List<String> targets = new CopyOnWriteArrayList<>();
    final AtomicInteger cancelled = new AtomicInteger();
    private final long rules;
    private final int pageSize;

    PagedTransport(long rules, int pageSize) {
        this.rules = rules;
        this.pageSize = pageSize;
    }

    public static FlexAlertsClientBuilder client(Transport transport) {
        return FlexAlertsClient.builder()
                .credentials(Credentials.authToken("AC00000000000000000000000000000001", "secret"))
                .instanceSid(INSTANCE)
                .transport(transport);
    }

    /** The SID of the rule at a position. */
    static String sid(long position) {
        return String.format("QY%032x", position);
    }

    @Override
    public <T> Flux<T> exchange(ApiRequest request, Function<ApiResponse, Publisher<T>> reader) {
        return Flux.defer(() -> {
                    targets.add(request.target());
                    byte[] body = page(Math.max(NextLink.pageNumber(request.target()), 0));
                    return Flux.from(reader.apply(new ApiResponse(200, Map::of, Flux.just(ByteBuffer.wrap(body)))));
                })
                .doOnCancel(cancelled::incrementAndGet);
    }

    private byte[] page(long number) {
        long first = number * pageSize;
        int size = (int) Math.max(0, Math.min(pageSize, rules - first));
        boolean last = first + size >= rules;
        String sids = IntStream.range(0, size)
                .mapToObj(i -> "{\"sid\":\"" + sid(first + i) + "\"}")
                .collect(Collectors.joining(","));
        String next =
                last ? "null" : "\"https://flex-api.twilio.com" + PATH + "?Page=" + (number + 1) + "&PageToken=x\"";
        return ("{\"meta\":{\"next_page_url\":" + next + "},\"rules\":[" + sids + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A page that leads on to a link, for tests of links. */
    static Page<String> pageWithLink(String link) {
        return new Page<>(List.of("item"), new PageMeta(null, null, null, null, null, null, link));
    }
}

package io.github.flexalerts.reactive.internal.resource;

import io.github.flexalerts.core.error.Attempt;
import io.github.flexalerts.core.error.NotFoundException;
import io.github.flexalerts.reactive.ApiResult;
import io.github.flexalerts.reactive.codec.PageReader;
import io.github.flexalerts.reactive.internal.call.BodyReader;
import io.github.flexalerts.reactive.internal.option.Limits;
import io.github.flexalerts.reactive.internal.option.Site;
import io.github.flexalerts.reactive.internal.paging.Cursor;
import io.github.flexalerts.reactive.internal.paging.NextLink;
import io.github.flexalerts.reactive.internal.paging.Pager;
import io.github.flexalerts.reactive.transport.ApiRequest;
import io.github.flexalerts.reactive.transport.ApiResponse;
import io.github.flexalerts.reactive.transport.Operation;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The calls of one resource: what differs between resources is data, so that the class of a resource only names its
 * operations.
 *
 * @param <T> the type of its items
 */
public final class Resource<T> {
    private final Service service;
    private final Site site;
    private final String collection;
    private final ItemType<T> type;
    private final Map<String, String> read;
    private final Map<String, String> write;
    private final BodyReader<T> item;

    private Resource(Service service, Site site, String collection, ItemType<T> type, Map<String, String> headers) {
        this.service = service;
        this.site = site;
        this.collection = collection;
        this.type = type;
        this.read = headers;
        this.write = with(headers, "Content-Type", "application/json");
        this.item = BodyReader.whole(
                bytes -> type.read(service.codec(), bytes),
                "maxRuleBytes",
                service.limits().maxRuleBytes());
    }

    /**
     * Returns a resource.
     *
     * @param operation an operation on the collection, whose template is the path
     * @param scope the value of the template's placeholder: the instance or the workspace
     */
    public static <T> Resource<T> of(Service service, Site site, Operation operation, String scope, ItemType<T> type) {
        String collection = operation.template().replaceFirst("\\{\\w+}", scope);
        return new Resource<>(service, site, collection, type, Map.of("Accept", "application/json"));
    }

    /** Returns this resource with one header more on each of its requests. */
    Resource<T> withHeader(String name, String value) {
        return new Resource<>(service, site, collection, type, with(read, name, value));
    }

    public Mono<T> fetch(Operation operation) {
        return service.pipeline().call(request(operation, collection), item);
    }

    public Mono<T> fetch(Operation operation, String id) {
        return service.pipeline().call(request(operation, collection + "/" + id), item);
    }

    Mono<ApiResult<T>> fetchWithResponse(Operation operation, String id) {
        return service.pipeline().callWithResponse(request(operation, collection + "/" + id), item);
    }

    Mono<T> create(Operation operation, Object body) {
        return Mono.defer(() -> service.pipeline().call(request(operation, collection, body), item));
    }

    Mono<ApiResult<T>> createWithResponse(Operation operation, Object body) {
        return Mono.defer(() -> service.pipeline().callWithResponse(request(operation, collection, body), item));
    }

    Mono<T> update(Operation operation, String id, Object body) {
        String target = collection + "/" + id;
        return Mono.defer(() -> service.pipeline().call(request(operation, target, body), item));
    }

    Mono<ApiResult<T>> updateWithResponse(Operation operation, String id, Object body) {
        String target = collection + "/" + id;
        return Mono.defer(() -> service.pipeline().callWithResponse(request(operation, target, body), item));
    }

    Mono<ApiResult<@Nullable Void>> delete(Operation operation, String id) {
        return service.pipeline().stream(
                        request(operation, collection + "/" + id),
                        this::deleted,
                        answer -> answer.onErrorResume(NotFoundException.class, Resource::deletedBefore))
                .singleOrEmpty();
    }

    /** Fetches a page, again if it breaks; each attempt reads a body of its own. */
    <R> Flux<R> stream(Operation operation, String target, Function<Flux<ByteBuffer>, Flux<R>> body) {
        return service.pipeline().stream(request(operation, target), response -> body.apply(response.body()));
    }

    /** Returns what identifies an item, null if nothing does. */
    @Nullable
    String id(T item) {
        return type.id().apply(item);
    }

    PageReader<T> pageReader(String envelope) {
        Limits limits = service.limits();
        return service.codec().pageReader(envelope, type.type(), limits.maxRuleBytes(), limits.maxBodyBytes());
    }

    /** Returns what follows the pages of its listing. */
    Pager<T> pager(Operation operation, String envelope) {
        return pager(operation, envelope, first -> null);
    }

    /** Returns what follows the pages of its listing, and checks each item as it passes. */
    Pager<T> pager(Operation operation, String envelope, Function<Cursor, @Nullable Consumer<T>> checks) {
        NextLink links = new NextLink(site, collection);
        ItemPages<T> pages = new ItemPages<>(this, operation, envelope);
        return new Pager<>(
                operation,
                links,
                pages,
                checks,
                service.paging(),
                service.pipeline().instrumentation());
    }

    /** The path and query of the first page of its listing. */
    String firstPage(String parameters) {
        return collection + "?" + parameters;
    }

    private ApiRequest request(Operation operation, String target, Object body) {
        ByteBuffer json = ByteBuffer.wrap(service.codec().write(body)).asReadOnlyBuffer();
        return new ApiRequest(operation, site.origin().toString(), target, write, json);
    }

    private ApiRequest request(Operation operation, String target) {
        return new ApiRequest(operation, site.origin().toString(), target, read, null);
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return Map.copyOf(more);
    }

    /** What the body says, if anything, is read for the connection's sake alone. */
    @SuppressWarnings("NullAway") // a Void is always null
    private Mono<ApiResult<@Nullable Void>> deleted(ApiResponse response) {
        return BodyReader.start(response.body(), service.limits().maxRuleBytes())
                .map(skipped -> new ApiResult<@Nullable Void>(null, response.status(), response.headers()));
    }

    /** What is gone when a delete is repeated was deleted by the attempt whose answer was lost. */
    @SuppressWarnings("NullAway") // a Void is always null
    private static Mono<ApiResult<@Nullable Void>> deletedBefore(NotFoundException gone) {
        return gone.attempts().stream().anyMatch(Attempt::uncertain)
                ? Mono.just(new ApiResult<@Nullable Void>(null, gone.status(), Map.of()))
                : Mono.error(gone);
    }
}

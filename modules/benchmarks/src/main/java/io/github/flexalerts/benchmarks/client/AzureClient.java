package io.github.flexalerts.benchmarks.client;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.netty.NettyAsyncHttpClientBuilder;
import com.azure.core.http.rest.PagedFlux;
import com.azure.core.http.rest.PagedResponse;
import com.azure.core.http.rest.PagedResponseBase;
import io.github.flexalerts.benchmarks.client.Rows.PageRow;
import io.github.flexalerts.benchmarks.client.Rows.RuleRow;
import io.github.flexalerts.benchmarks.server.Listing;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** azure-core: its pipeline without any policy, its {@code PagedFlux}, its Netty; and Jackson's {@code ObjectReader}. */
final class AzureClient extends ReactiveBenchClient {
    private final HttpPipeline pipeline = new HttpPipelineBuilder()
            .httpClient(new NettyAsyncHttpClientBuilder().build())
            .build();
    private final String origin;

    AzureClient(String origin) {
        this.origin = origin;
    }

    @Override
    Flux<RuleRow> rules(Listing listing, int pageSize) {
        return new PagedFlux<>(() -> page(listing.target(pageSize, 0)), this::page);
    }

    private Mono<PagedResponse<RuleRow>> page(String target) {
        HttpRequest request = request(HttpMethod.GET, target);
        return pipeline.send(request).flatMap(response -> body(response).map(body -> page(request, response, body)));
    }

    private static PagedResponse<RuleRow> page(HttpRequest request, HttpResponse response, byte[] body) {
        PageRow page = Rows.PAGES.readValue(body);
        return new PagedResponseBase<>(
                request,
                response.getStatusCode(),
                response.getHeaders(),
                page.rules(),
                Wire.target(page.meta().nextPageUrl()),
                "");
    }

    @Override
    Mono<RuleRow> fetch(String sid) {
        return rule(() -> request(HttpMethod.GET, ANY.path() + "/" + sid));
    }

    @Override
    Mono<RuleRow> create() {
        return rule(() -> request(HttpMethod.POST, ANY.path())
                .setHeader(HttpHeaderName.CONTENT_TYPE, Wire.JSON)
                .setBody(Rows.SPECS.writeValueAsBytes(Rows.SPEC)));
    }

    private Mono<RuleRow> rule(Supplier<HttpRequest> request) {
        return Mono.defer(() -> pipeline.send(request.get()))
                .flatMap(AzureClient::body)
                .map(Rows.RULES::<RuleRow>readValue);
    }

    private static Mono<byte[]> body(HttpResponse response) {
        return response.getBodyAsByteArray();
    }

    private HttpRequest request(HttpMethod method, String target) {
        return new HttpRequest(method, origin + target)
                .setHeader(HttpHeaderName.AUTHORIZATION, Wire.AUTHORIZATION)
                .setHeader(HttpHeaderName.ACCEPT, Wire.JSON);
    }

    @Override
    public void close() {}
}

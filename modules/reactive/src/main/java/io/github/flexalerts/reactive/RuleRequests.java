package io.github.flexalerts.reactive;

import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.query.Sort;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.reactive.codec.JsonCodec;
import io.github.flexalerts.reactive.transport.ApiRequest;
import io.github.flexalerts.reactive.transport.Operation;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Makes requests of what is asked of the rules of one instance. */
final class RuleRequests {
    private static final Map<String, String> READ = Map.of("Accept", "application/json");
    private static final Map<String, String> WRITE =
            Map.of("Accept", "application/json", "Content-Type", "application/json");

    private final String origin;
    private final String collection;
    private final JsonCodec codec;

    RuleRequests(String origin, String instanceSid, JsonCodec codec) {
        this.origin = origin;
        this.collection = Operation.LIST_RULES.template().replace("{InstanceSid}", instanceSid);
        this.codec = codec;
    }

    /** The path of the listing, which every page of it must have. */
    String collection() {
        return collection;
    }

    ApiRequest create(RuleSpec spec) {
        return new ApiRequest(Operation.CREATE_RULE, origin, collection, WRITE, body(spec));
    }

    ApiRequest fetch(String sid) {
        return new ApiRequest(Operation.FETCH_RULE, origin, collection + "/" + sid, READ, null);
    }

    ApiRequest update(String sid, RuleSpec spec) {
        return new ApiRequest(Operation.UPDATE_RULE, origin, collection + "/" + sid, WRITE, body(spec));
    }

    ApiRequest delete(String sid) {
        return new ApiRequest(Operation.DELETE_RULE, origin, collection + "/" + sid, READ, null);
    }

    ApiRequest page(String target) {
        return new ApiRequest(Operation.LIST_RULES, origin, target, READ, null);
    }

    /** The path and query of the first page. Array parameters repeat their key, as all SDKs of the service do. */
    String firstPage(RuleQuery query) {
        StringJoiner parameters = new StringJoiner("&", collection + "?", "");
        if (query.active() != null) {
            parameters.add("Active=" + query.active());
        }
        query.metricIds().forEach(metric -> parameters.add("MetricId=" + encoded(metric.value())));
        query.taskQueueSids().forEach(sid -> parameters.add("TaskQueueSids=" + encoded(sid)));
        if (!query.sort().isEmpty()) {
            parameters.add("Sort=" + query.sort().stream().map(Sort::toString).collect(Collectors.joining(",")));
        }
        int pageSize = query.pageSize() == null ? RuleQuery.MAX_PAGE_SIZE : query.pageSize();
        return parameters.add("PageSize=" + pageSize).toString();
    }

    private ByteBuffer body(RuleSpec spec) {
        return ByteBuffer.wrap(codec.write(spec)).asReadOnlyBuffer();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

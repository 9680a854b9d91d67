package io.github.flexalerts.reactive;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.core.error.AmbiguousOutcomeException;
import io.github.flexalerts.core.error.Attempt;
import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.core.error.NotFoundException;
import io.github.flexalerts.core.page.Page;
import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.reactive.ClientInstrumentation.Resolution;
import io.github.flexalerts.reactive.codec.JsonCodec;
import io.github.flexalerts.reactive.transport.ApiResponse;
import io.github.flexalerts.reactive.transport.Operation;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rules of one instance: makes the request of each operation and hands it to the pipeline. */
final class DefaultRuleOperations implements RuleOperations {
    private final RuleRequests requests;
    private final CallPipeline pipeline;
    private final BodyReader<Rule> rule;
    private final int maxBytes;
    private final Pager<Rule> pager;

    DefaultRuleOperations(
            RuleRequests requests,
            CallPipeline pipeline,
            JsonCodec codec,
            Limits limits,
            NextLink links,
            Pager.Paging paging) {
        this.requests = requests;
        this.pipeline = pipeline;
        this.rule = BodyReader.whole(bytes -> codec.read(bytes, Rule.class), limits.maxRuleBytes());
        this.maxBytes = limits.maxRuleBytes();
        this.pager = new Pager<>(
                Operation.LIST_RULES,
                links,
                new RulePages(requests, pipeline, codec, limits),
                paging,
                pipeline.instrumentation());
    }

    @Override
    public Mono<Rule> create(RuleSpec spec) {
        requireNonNull(spec, "spec").requireComplete();
        return told(created(spec));
    }

    private Mono<Rule> created(RuleSpec spec) {
        return Mono.defer(() -> pipeline.call(requests.create(spec), rule));
    }

    /** Nobody looks what became of it. */
    private <T> Mono<T> told(Mono<T> created) {
        return created.doOnError(
                AmbiguousOutcomeException.class,
                lost -> pipeline.instrumentation().ambiguous(Resolution.UNRESOLVED));
    }

    @Override
    public Mono<ApiResult<Rule>> createWithResponse(RuleSpec spec) {
        requireNonNull(spec, "spec").requireComplete();
        return told(Mono.defer(() -> pipeline.callWithResponse(requests.create(spec), rule)));
    }

    @Override
    public Mono<Creation> createIfAbsent(RuleSpec spec) {
        requireNonNull(spec, "spec").requireComplete();
        NaturalKey key = new NaturalKey(spec);
        Mono<Creation> created = created(spec)
                .onErrorResume(AmbiguousOutcomeException.class, lost -> settle(key, lost))
                .map(rule -> new Creation(rule, true));
        return find(key).map(rule -> new Creation(rule, false)).switchIfEmpty(created);
    }

    @Override
    public Mono<Rule> fetch(String sid) {
        return pipeline.call(requests.fetch(Sids.rule(sid)), rule);
    }

    @Override
    public Mono<ApiResult<Rule>> fetchWithResponse(String sid) {
        return pipeline.callWithResponse(requests.fetch(Sids.rule(sid)), rule);
    }

    @Override
    public Flux<Rule> list(RuleQuery query) {
        return pager.items(requests.firstPage(requireNonNull(query, "query")));
    }

    @Override
    public Flux<Rule> resumeFrom(String cursor) {
        return pager.resumeItems(requireNonNull(cursor, "cursor"));
    }

    @Override
    public Flux<Page<Rule>> pages(RuleQuery query) {
        return pager.pages(requests.firstPage(requireNonNull(query, "query")));
    }

    @Override
    public Flux<Page<Rule>> resumePagesFrom(String cursor) {
        return pager.resumePages(requireNonNull(cursor, "cursor"));
    }

    @Override
    public Mono<Rule> update(String sid, RuleSpec spec) {
        String checked = Sids.rule(sid);
        requireNonNull(spec, "spec").requireComplete();
        return Mono.defer(() -> pipeline.call(requests.update(checked, spec), rule));
    }

    @Override
    public Mono<ApiResult<Rule>> updateWithResponse(String sid, RuleSpec spec) {
        String checked = Sids.rule(sid);
        requireNonNull(spec, "spec").requireComplete();
        return Mono.defer(() -> pipeline.callWithResponse(requests.update(checked, spec), rule));
    }

    @Override
    public Mono<Rule> modify(String sid, UnaryOperator<RuleSpec> change) {
        requireNonNull(change, "change");
        return fetch(sid).flatMap(rule -> update(sid, change.apply(rule.spec())));
    }

    @Override
    public Mono<Void> delete(String sid) {
        return deleteWithResponse(sid).then();
    }

    @Override
    public Mono<ApiResult<@Nullable Void>> deleteWithResponse(String sid) {
        return pipeline.stream(
                        requests.delete(Sids.rule(sid)),
                        this::deleted,
                        answer -> answer.onErrorResume(NotFoundException.class, DefaultRuleOperations::deletedBefore))
                .singleOrEmpty();
    }

    /** Looks whether a create stands whose answer was lost; it stays open if that cannot be seen either. */
    private Mono<Rule> settle(NaturalKey key, AmbiguousOutcomeException lost) {
        ClientInstrumentation told = pipeline.instrumentation();
        return find(key)
                .doOnNext(rule -> told.ambiguous(Resolution.FOUND))
                .doOnError(unread -> told.ambiguous(Resolution.UNRESOLVED))
                .doOnError(lost::addSuppressed)
                .onErrorMap(FlexAlertsException.class, unread -> lost)
                .switchIfEmpty(Mono.error(() -> {
                    told.ambiguous(Resolution.ABSENT);
                    return lost;
                }));
    }

    private Mono<Rule> find(NaturalKey key) {
        return list(key.query()).filter(key::matches).next();
    }

    /** What the body says, if anything, is read for the connection's sake alone. */
    @SuppressWarnings("NullAway") // a Void is always null
    private Mono<ApiResult<@Nullable Void>> deleted(ApiResponse response) {
        return BodyReader.start(response.body(), maxBytes)
                .map(skipped -> new ApiResult<@Nullable Void>(null, response.status(), response.headers()));
    }

    /** A rule that is gone when a delete is repeated was deleted by the attempt whose answer was lost. */
    @SuppressWarnings("NullAway") // a Void is always null
    private static Mono<ApiResult<@Nullable Void>> deletedBefore(NotFoundException gone) {
        return gone.attempts().stream().anyMatch(Attempt::uncertain)
                ? Mono.just(new ApiResult<@Nullable Void>(null, gone.status(), Map.of()))
                : Mono.error(gone);
    }
}

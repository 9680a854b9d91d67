package io.github.flexalerts.reactive.internal.resource;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.core.error.AmbiguousOutcomeException;
import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.core.page.Page;
import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.reactive.ApiResult;
import io.github.flexalerts.reactive.ClientInstrumentation.Resolution;
import io.github.flexalerts.reactive.Creation;
import io.github.flexalerts.reactive.RuleOperations;
import io.github.flexalerts.reactive.internal.option.Sids;
import io.github.flexalerts.reactive.internal.option.Site;
import io.github.flexalerts.reactive.internal.paging.Cursor;
import io.github.flexalerts.reactive.internal.paging.Pager;
import io.github.flexalerts.reactive.transport.Operation;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rules of one instance. */
public final class DefaultRuleOperations implements RuleOperations {
    private final Service service;
    private final Resource<Rule> rules;
    private final Pager<Rule> pager;

    public DefaultRuleOperations(Service service, Site site, String instanceSid) {
        this.service = service;
        this.rules = Resource.of(service, site, Operation.LIST_RULES, instanceSid, ItemType.RULE);
        this.pager = rules.pager(Operation.LIST_RULES, "rules", FilterCheck::of);
    }

    @Override
    public Mono<Rule> create(RuleSpec spec) {
        return service.unsettled(createUntold(spec));
    }

    /** A create whose caller checks and reports the result if the answer is lost. */
    public Mono<Rule> createUntold(RuleSpec spec) {
        return rules.create(Operation.CREATE_RULE, requireNonNull(spec, "spec").requireComplete());
    }

    @Override
    public Mono<ApiResult<Rule>> createWithResponse(RuleSpec spec) {
        return service.unsettled(rules.createWithResponse(
                Operation.CREATE_RULE, requireNonNull(spec, "spec").requireComplete()));
    }

    @Override
    public Mono<Creation> createIfAbsent(RuleSpec spec) {
        requireNonNull(spec, "spec").requireComplete();
        NaturalKey key = new NaturalKey(spec);
        Mono<Creation> created = createUntold(spec)
                .onErrorResume(AmbiguousOutcomeException.class, lost -> settle(key, lost))
                .map(rule -> new Creation(rule, true));
        return key.find(this).map(rule -> new Creation(rule, false)).switchIfEmpty(created);
    }

    @Override
    public Mono<Rule> fetch(String sid) {
        return rules.fetch(Operation.FETCH_RULE, Sids.item(sid));
    }

    @Override
    public Mono<ApiResult<Rule>> fetchWithResponse(String sid) {
        return rules.fetchWithResponse(Operation.FETCH_RULE, Sids.item(sid));
    }

    @Override
    public Flux<Rule> list(RuleQuery query) {
        return pager.items(firstPage(query));
    }

    @Override
    public Flux<Rule> resumeFrom(String cursor) {
        return pager.resumeItems(requireNonNull(cursor, "cursor"));
    }

    @Override
    public Flux<Page<Rule>> pages(RuleQuery query) {
        return pager.pages(firstPage(query));
    }

    @Override
    public Flux<Page<Rule>> resumePagesFrom(String cursor) {
        return pager.resumePages(requireNonNull(cursor, "cursor"));
    }

    @Override
    public Mono<Rule> update(String sid, RuleSpec spec) {
        String checked = Sids.item(sid);
        return rules.update(
                Operation.UPDATE_RULE, checked, requireNonNull(spec, "spec").requireComplete());
    }

    @Override
    public Mono<ApiResult<Rule>> updateWithResponse(String sid, RuleSpec spec) {
        String checked = Sids.item(sid);
        return rules.updateWithResponse(
                Operation.UPDATE_RULE, checked, requireNonNull(spec, "spec").requireComplete());
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
        return rules.delete(Operation.DELETE_RULE, Sids.item(sid));
    }

    private Cursor firstPage(RuleQuery query) {
        String target = rules.firstPage(RuleParameters.of(requireNonNull(query, "query")));
        return Cursor.start(target, query.hasFilters() ? RuleParameters.checked(query) : null);
    }

    /** Checks whether a create succeeded whose answer was lost; the result stays unknown if the check fails too. */
    private Mono<Rule> settle(NaturalKey key, AmbiguousOutcomeException lost) {
        return key.find(this)
                .doOnNext(rule -> service.tell(Resolution.FOUND))
                .doOnError(unread -> service.tell(Resolution.UNRESOLVED))
                .doOnError(lost::addSuppressed)
                .onErrorMap(FlexAlertsException.class, unread -> lost)
                .switchIfEmpty(Mono.error(() -> {
                    service.tell(Resolution.ABSENT);
                    return lost;
                }));
    }
}

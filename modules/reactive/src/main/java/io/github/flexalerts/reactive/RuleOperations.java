package io.github.flexalerts.reactive;

import io.github.flexalerts.core.error.AccessDeniedException;
import io.github.flexalerts.core.error.AmbiguousOutcomeException;
import io.github.flexalerts.core.error.ApiException;
import io.github.flexalerts.core.error.DecodingException;
import io.github.flexalerts.core.error.FilterIgnoredException;
import io.github.flexalerts.core.error.InvalidSpecException;
import io.github.flexalerts.core.error.NotFoundException;
import io.github.flexalerts.core.error.PagingException;
import io.github.flexalerts.core.error.TransportException;
import io.github.flexalerts.core.page.Page;
import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.RuleSpec;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The alert rules of one Flex instance. Reference: the InsightsRules resource.
 *
 * <p>For every method: a method checks its arguments when it is called. Nothing is sent before a subscription, and each
 * subscription makes its own call. Cancelling it releases its connection. Values arrive on a thread of the transport; a timeout
 * arrives on a thread of {@code Schedulers.parallel()}. Do not block these threads.
 *
 * <p>Apart from the errors that a method names, a call fails with an {@link AccessDeniedException} (401, 403), another {@link
 * ApiException} (any other status that is not success), a {@link TransportException} (no complete answer), or a
 * {@link DecodingException} (an answer that cannot be read).
 */
public interface RuleOperations {

    /**
     * Creates a rule. Reference: "Create an alert".
     *
     * @param spec the rule to create
     * @return the rule as the service created it; an {@link AmbiguousOutcomeException} if the request was sent and no answer
     *     says whether the service created the rule
     * @throws InvalidSpecException if a required field is missing, or a field could not be read when the spec was decoded
     */
    Mono<Rule> create(RuleSpec spec);

    /**
     * Creates a rule and returns it with the status and headers of the answer; see {@link #create}.
     *
     * @param spec the whole rule
     * @return the rule, the status and the headers
     * @throws InvalidSpecException if a required field is missing, or a field could not be read when the spec was decoded
     */
    Mono<ApiResult<Rule>> createWithResponse(RuleSpec spec);

    /**
     * Creates a rule unless a rule with the same name, metric, channel and queues exists. It lists the rules first, sends at
     * most one create that may have been processed, and lists the rules again if the answer is lost. Two callers at the
     * same time may both create the rule: the service documents nothing that prevents it.
     *
     * @param spec the whole rule
     * @return the rule, and whether this call created it; an {@link AmbiguousOutcomeException} if the answer was lost and
     *     the rule cannot be found
     * @throws InvalidSpecException if a required field is missing, or a field could not be read when the spec was decoded
     */
    Mono<Creation> createIfAbsent(RuleSpec spec);

    /**
     * Fetches a rule. Reference: "Fetch a specific Flex alert rule".
     *
     * @param sid the rule's SID, {@code QY…}
     * @return the rule; a {@link NotFoundException} if there is none
     * @throws IllegalArgumentException if the SID is not letters and digits
     */
    Mono<Rule> fetch(String sid);

    /**
     * Fetches a rule and returns it with the status and headers of the answer; see {@link #fetch}.
     *
     * @param sid the rule's SID
     * @return the rule, the status and the headers
     * @throws IllegalArgumentException if the SID is not letters and digits
     */
    Mono<ApiResult<Rule>> fetchWithResponse(String sid);

    /**
     * Lists all rules, in the service's order. Reference: "List all alerts".
     *
     * @return the rules; see {@link #list(RuleQuery)}
     */
    default Flux<Rule> list() {
        return list(RuleQuery.all());
    }

    /**
     * Lists rules. The client fetches pages as the subscriber asks for rules, and {@link FlexAlertsClientBuilder#lookAhead} pages
     * ahead. A subscriber may pause; {@link Listing} says what that costs.
     *
     * <p>If rules are created, changed or deleted during a listing, a rule may be missing or come twice, even an unchanged one:
     * the service does not document this. Reference: "List all alerts".
     *
     * <p>The client compares each rule with the filters of the query, see {@link RuleQuery#matches}, because a service that
     * ignores a filter would otherwise deliver rules that you did not ask for. {@code checkFilters(false)} turns this off.
     *
     * @param query which rules, in which order, in pages of which size
     * @return the rules. If a later page fails, all rules before it and then a {@link PagingException} with the cursor to resume
     *     from. If a rule does not match the filters, all rules before it and then a {@link FilterIgnoredException}
     */
    Flux<Rule> list(RuleQuery query);

    /**
     * Resumes a listing that failed. A cursor contains the filters of its listing; for the {@code nextPageUrl} of a page, the
     * filters are those in the link.
     *
     * @param cursor {@link PagingException#cursor()}, or the {@code nextPageUrl} of a page
     * @return the rest of the rules; a {@link PagingException} if the cursor belongs to another resource; a
     *     {@link FilterIgnoredException} as in {@link #list(RuleQuery)}
     */
    Flux<Rule> resumeFrom(String cursor);

    /**
     * Lists rules page by page. The client fetches a page when the subscriber requests it.
     *
     * @param query which rules, in which order, in pages of which size
     * @return the pages, including empty ones; errors as in {@link #list(RuleQuery)}, after all pages before
     */
    Flux<Page<Rule>> pages(RuleQuery query);

    /**
     * Resumes a listing page by page; see {@link #resumeFrom}.
     *
     * @param cursor {@link PagingException#cursor()}, or the {@code nextPageUrl} of a page
     * @return the rest of the pages; errors as in {@link #resumeFrom}
     */
    Flux<Page<Rule>> resumePagesFrom(String cursor);

    /**
     * Replaces a rule. Reference: "Update an alert". The required fields show that an update replaces the whole rule; what
     * happens to optional fields that are not sent is not documented. If two callers update a rule at the same time, the last
     * update wins.
     *
     * @param sid the rule's SID, {@code QY…}
     * @param spec the whole rule
     * @return the new version of the rule; a {@link NotFoundException} if there is none
     * @throws IllegalArgumentException if the SID is not letters and digits
     * @throws InvalidSpecException if a required field is missing, or a field could not be read when the spec was decoded
     */
    Mono<Rule> update(String sid, RuleSpec spec);

    /**
     * Replaces a rule and returns it with the status and headers of the answer; see {@link #update}.
     *
     * @param sid the rule's SID
     * @param spec the whole rule
     * @return the rule, the status and the headers
     * @throws IllegalArgumentException if the SID is not letters and digits
     * @throws InvalidSpecException if a required field is missing, or a field could not be read when the spec was decoded
     */
    Mono<ApiResult<Rule>> updateWithResponse(String sid, RuleSpec spec);

    /**
     * Fetches a rule, changes its spec, and updates it. These are two calls: a change made by another client in between is lost.
     *
     * @param sid the rule's SID, {@code QY…}
     * @param change makes the new spec of the old one, as in {@code spec -> spec.toBuilder().active(false).build()}; must
     *     not block
     * @return the new version of the rule; a {@link NotFoundException} if there is none, an {@link InvalidSpecException} if the
     *     new spec cannot be sent
     * @throws IllegalArgumentException if the SID is not letters and digits
     */
    Mono<Rule> modify(String sid, UnaryOperator<RuleSpec> change);

    /**
     * Deletes a rule. Its notification configuration stays. Reference: "Delete an alert".
     *
     * @param sid the rule's SID, {@code QY…}
     * @return completes when the rule is deleted; a {@link NotFoundException} if there is none. If an earlier attempt of the same
     *     call got no answer, 404 means that this attempt deleted the rule, and the call completes
     * @throws IllegalArgumentException if the SID is not letters and digits
     */
    Mono<Void> delete(String sid);

    /**
     * Deletes a rule and returns the status and headers of the answer; see {@link #delete}.
     *
     * @param sid the rule's SID
     * @return the status and the headers; the value is null. The status is 404 if an earlier attempt without an answer
     *     deleted the rule
     * @throws IllegalArgumentException if the SID is not letters and digits
     */
    Mono<ApiResult<@Nullable Void>> deleteWithResponse(String sid);
}

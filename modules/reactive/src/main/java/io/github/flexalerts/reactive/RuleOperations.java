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
 * <p>For every method: arguments are checked at once, nothing is sent before a subscription, each subscription is a call of
 * its own, cancelling it frees its connection, and values arrive on a thread of the transport, but the error of a
 * call whose time is up on one of {@code Schedulers.parallel()}; neither must be blocked. Beside the errors that a method
 * names, a call ends in an {@link AccessDeniedException} (401, 403), another {@link ApiException} (any status that is not
 * success), a {@link TransportException} (no whole answer), or a {@link DecodingException} (an answer that cannot be read).
 */
public interface RuleOperations {

    /**
     * Creates a rule. Reference: "Create an alert".
     *
     * @param spec what the rule is to be
     * @return the rule as the service made it; an {@link AmbiguousOutcomeException} if the request may have been processed
     *     and no answer told
     * @throws InvalidSpecException if a required field is missing or one was left unread
     */
    Mono<Rule> create(RuleSpec spec);

    /**
     * Creates a rule and returns it with the head of the answer; see {@link #create}.
     *
     * @param spec what the rule is to be
     * @return the rule, the status and the headers
     * @throws InvalidSpecException if a required field is missing or one was left unread
     */
    Mono<ApiResult<Rule>> createWithResponse(RuleSpec spec);

    /**
     * Creates a rule unless one stands already that has the same name, metric, channel and queues. Reads first; sends at
     * most one create that may have been processed; and if its answer is lost, reads again. Two callers at the same time
     * may both create: the service documents nothing that would prevent it.
     *
     * @param spec what the rule is to be
     * @return the rule that stands, and whether this call created it; an {@link AmbiguousOutcomeException} if the answer
     *     was lost and the rule does not stand (yet) or cannot be read back
     * @throws InvalidSpecException if a required field is missing or one was left unread
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
     * Fetches a rule and returns it with the head of the answer; see {@link #fetch}.
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
     * Lists rules. Pages are fetched as the demand asks for them, ahead of it by as many as the client's look-ahead says. A
     * consumer may pause; {@link Listing} says what that costs.
     *
     * <p>What a listing holds if rules are created, changed or deleted while its pages are read is not documented: one may be
     * missing or come twice, even one that nobody touched. Reference: "List all alerts".
     *
     * <p>Each rule is checked against the query's filters as it passes, see {@link RuleQuery#matches}: a service that ignores
     * a filter would otherwise hand out rules that nobody asked for. The check costs no request; a query with
     * {@code checkFilters(false)} lists without it.
     *
     * @param query which rules, in which order, in pages of which size
     * @return the rules; if a page after the first cannot be had, a {@link PagingException} that knows where to resume,
     *     after all rules before it; at the first rule that does not match, a {@link FilterIgnoredException}, after all
     *     rules before it
     */
    Flux<Rule> list(RuleQuery query);

    /**
     * Goes on with a listing that was interrupted. A cursor knows which filters its listing checks; behind the
     * {@code nextPageUrl} of a page, those that the link names are checked.
     *
     * @param cursor {@link PagingException#cursor()}, or the {@code nextPageUrl} of a page
     * @return the rules from there on; a {@link PagingException} if the cursor leads out of this resource; a
     *     {@link FilterIgnoredException} as in {@link #list(RuleQuery)}
     */
    Flux<Rule> resumeFrom(String cursor);

    /**
     * Lists rules page by page. A page is fetched when it is requested.
     *
     * @param query which rules, in which order, in pages of which size
     * @return the pages, empty ones included; errors as in {@link #list(RuleQuery)}, after all pages before
     */
    Flux<Page<Rule>> pages(RuleQuery query);

    /**
     * Goes on with a listing page by page; see {@link #resumeFrom}.
     *
     * @param cursor {@link PagingException#cursor()}, or the {@code nextPageUrl} of a page
     * @return the pages from there on; errors as in {@link #resumeFrom}
     */
    Flux<Page<Rule>> resumePagesFrom(String cursor);

    /**
     * Replaces a rule as a whole. Reference: "Update an alert"; that it replaces follows from its required fields, and what
     * becomes of optional ones that are not sent is not documented. There is no protection against another update at the
     * same time: the last one wins.
     *
     * @param sid the rule's SID, {@code QY…}
     * @param spec what the rule is to be
     * @return the rule as it is then; a {@link NotFoundException} if there is none
     * @throws IllegalArgumentException if the SID is not letters and digits
     * @throws InvalidSpecException if a required field is missing or one was left unread
     */
    Mono<Rule> update(String sid, RuleSpec spec);

    /**
     * Replaces a rule and returns it with the head of the answer; see {@link #update}.
     *
     * @param sid the rule's SID
     * @param spec what the rule is to be
     * @return the rule, the status and the headers
     * @throws IllegalArgumentException if the SID is not letters and digits
     * @throws InvalidSpecException if a required field is missing or one was left unread
     */
    Mono<ApiResult<Rule>> updateWithResponse(String sid, RuleSpec spec);

    /**
     * Fetches a rule, changes its spec, and updates it. Two calls: what somebody else changed in between is lost.
     *
     * @param sid the rule's SID, {@code QY…}
     * @param change makes the new spec of the old one, as in {@code spec -> spec.toBuilder().active(false).build()}; must
     *     not block
     * @return the rule as it is then; a {@link NotFoundException} if there is none, an {@link InvalidSpecException} if the
     *     new spec cannot be sent
     * @throws IllegalArgumentException if the SID is not letters and digits
     */
    Mono<Rule> modify(String sid, UnaryOperator<RuleSpec> change);

    /**
     * Deletes a rule. Its notification configuration stays. Reference: "Delete an alert".
     *
     * @param sid the rule's SID, {@code QY…}
     * @return completes when the service has deleted it; a {@link NotFoundException} if there is none, unless an attempt
     *     before went without an answer: then that one deleted it
     * @throws IllegalArgumentException if the SID is not letters and digits
     */
    Mono<Void> delete(String sid);

    /**
     * Deletes a rule and returns the head of the answer; see {@link #delete}.
     *
     * @param sid the rule's SID
     * @return the status and the headers; the value is null. The status is 404 if an attempt without an answer deleted it
     * @throws IllegalArgumentException if the SID is not letters and digits
     */
    Mono<ApiResult<@Nullable Void>> deleteWithResponse(String sid);
}

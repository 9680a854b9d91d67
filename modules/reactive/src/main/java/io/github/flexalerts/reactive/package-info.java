/**
 * The verbs: {@link io.github.flexalerts.reactive.FlexAlertsClient} and what it can do, as {@code Mono} and {@code Flux}
 * over HTTP. A call goes one way, and each arrow is one class:
 *
 * <pre>{@code
 *  query ──▶ request ──────▶ transport ──▶ check / retry ──▶ decode ──────▶ page ─────▶ flux of rules
 *  RuleQuery   ApiRequest      ApiResponse    CallPipeline     RuleDecoder   Page<Rule>   Flux<Rule>
 * }</pre>
 *
 * The other resources go the same way: {@code Resource} makes their calls of data, so that each is one small class.
 *
 * <p>Nothing happens before a subscription, nothing blocks, and cancelling frees everything.
 */
@NullMarked
package io.github.flexalerts.reactive;

import org.jspecify.annotations.NullMarked;

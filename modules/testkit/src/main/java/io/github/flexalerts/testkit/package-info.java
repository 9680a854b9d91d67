/**
 * The documented Flex service in the JVM of a test: {@link io.github.flexalerts.testkit.FakeFlex} speaks real HTTP on
 * loopback, keeps a log of what it received, and has a {@link io.github.flexalerts.testkit.Fault} for most of what goes
 * wrong between a service and its clients. It shares no code with the client, so that one cannot hide the other's
 * mistakes.
 *
 * <pre>{@code
 * try (FakeFlex flex = FakeFlex.builder().rules(120).start()) {
 *     flex.inject(ConnectionFaults.resetInRule(7).on("rules.list").onRequest(2));
 *     // run what is to be tested against flex.baseUrl(), then look at flex.requests() and flex.rules()
 * }
 * }</pre>
 */
@NullMarked
package io.github.flexalerts.testkit;

import org.jspecify.annotations.NullMarked;

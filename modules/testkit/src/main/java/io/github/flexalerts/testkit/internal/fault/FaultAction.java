package io.github.flexalerts.testkit.internal.fault;

import io.github.flexalerts.testkit.internal.http.Answer;
import io.github.flexalerts.testkit.internal.http.Delivery;
import io.github.flexalerts.testkit.internal.http.Exchange;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What a fault does, at the places where a request can be got at. One instance serves one fake for one life. */
public interface FaultAction {

    /** Tells whether the request can show this fault at all; others are not counted. */
    default boolean concerns(Exchange exchange) {
        return true;
    }

    /**
     * Answers in place of the service, or returns null to let the request pass.
     *
     * @param firing how often the fault has befallen a request by now, from 1
     */
    default @Nullable Answer before(Exchange exchange, long firing) {
        return null;
    }

    /** Changes the request before the service reads it. */
    default Exchange change(Exchange exchange) {
        return exchange;
    }

    /** Changes the JSON that the service answers. */
    default void change(ObjectNode document, Exchange exchange) {}

    /** Changes status, headers and bytes. */
    default Answer change(Answer answer) {
        return answer;
    }

    /** Changes how the bytes leave. */
    default Delivery deliver(Delivery delivery, Answer answer, Exchange exchange) {
        return delivery;
    }

    /** Learns that the answer to a request that the fault befell is over. */
    default void after(Exchange exchange) {}

    /** A fault that answers in place of the service. */
    @FunctionalInterface
    interface InPlace extends FaultAction {
        @Override
        @Nullable
        Answer before(Exchange exchange, long firing);
    }

    /** A fault of the JSON. */
    @FunctionalInterface
    interface OnDocument extends FaultAction {
        @Override
        void change(ObjectNode document, Exchange exchange);
    }

    /** A fault of status, headers or bytes. */
    @FunctionalInterface
    interface OnAnswer extends FaultAction {
        @Override
        Answer change(Answer answer);
    }

    /** A fault of the connection. */
    @FunctionalInterface
    interface OnWire extends FaultAction {
        @Override
        Delivery deliver(Delivery delivery, Answer answer, Exchange exchange);
    }
}

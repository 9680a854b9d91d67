package io.github.flexalerts.testkit;

import io.github.flexalerts.testkit.internal.fault.Arguments;
import io.github.flexalerts.testkit.internal.fault.FaultAction;
import io.github.flexalerts.testkit.internal.fault.FaultAction.OnWire;
import io.github.flexalerts.testkit.internal.fault.FaultKind;
import io.github.flexalerts.testkit.internal.fault.Items;
import io.github.flexalerts.testkit.internal.http.Answer;
import io.github.flexalerts.testkit.internal.http.Delivery;
import io.github.flexalerts.testkit.internal.http.Delivery.Ending;
import io.github.flexalerts.testkit.internal.http.Exchange;
import io.github.flexalerts.testkit.internal.http.Operation;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Faults of the connection: late, slow, cut or missing answers. Resets are real ones, a TCP segment with RST. */
public final class ConnectionFaults {

    static final List<FaultKind<Fault>> KINDS = List.of(
            new FaultKind<>(
                    "delay",
                    "DURATION",
                    "Handles the request at once and answers late.",
                    argument -> delay(Arguments.duration(argument))),
            new FaultKind<>("hang", "", "Never answers; the service never sees the request.", argument -> hang()),
            new FaultKind<>(
                    "stall",
                    "",
                    "Sends the headers and half of the body, then nothing more, ever.",
                    argument -> stall()),
            new FaultKind<>(
                    "drip",
                    "BYTES[,PAUSE]",
                    "Sends the body in chunks of so many bytes, with a pause before each.",
                    ConnectionFaults::drip),
            new FaultKind<>(
                    "reset-before-headers",
                    "",
                    "Resets the connection instead of an answer; the service never sees the request.",
                    argument -> resetBeforeHeaders()),
            new FaultKind<>(
                    "reset-after-headers",
                    "",
                    "Sends the headers, then resets the connection.",
                    argument -> resetAfterHeaders()),
            new FaultKind<>(
                    "reset-in-rule",
                    "[N]",
                    "Resets the connection in the middle of the n-th rule of the answer, the first by default.",
                    argument -> resetInRule(Arguments.positive(Arguments.orElse(argument, "1")))),
            new FaultKind<>(
                    "created-then-reset",
                    "",
                    "Applies a create, update or delete, then resets the connection instead of an answer.",
                    argument -> createdThenReset()),
            new FaultKind<>(
                    "truncated-body",
                    "[BYTES]",
                    "Declares a body so many bytes longer than what is sent, 64 by default, then closes.",
                    argument -> truncatedBody(Arguments.positive(Arguments.orElse(argument, "64")))),
            new FaultKind<>(
                    "close-after-answer",
                    "",
                    "Promises to keep the connection alive, answers, and closes it at once.",
                    argument -> closeAfterAnswer()),
            new FaultKind<>(
                    "stale-keep-alive",
                    "",
                    "Resets a kept-alive connection when the next request arrives on it; the service never sees that"
                            + " request.",
                    argument -> staleKeepAlive()));

    private ConnectionFaults() {}

    /** Handles the request at once, so that a write is applied, and answers so much later. */
    public static Fault delay(Duration delay) {
        Arguments.checkedWait(delay);
        return Fault.of(
                "delay", Arguments.text(delay), (OnWire) (delivery, answer, exchange) -> delivery.delayed(delay));
    }

    /** Never answers. The service never sees the request; the connection stays open until the client gives up. */
    public static Fault hang() {
        return Fault.of("hang", "", new Unseen(Ending.SILENCE));
    }

    /** Sends the headers and half of the body, then nothing more. The request has been handled. */
    public static Fault stall() {
        return Fault.of("stall", "", (OnWire) (delivery, answer, exchange) ->
                delivery.cutAfter(answer.payload().length() / 2, Ending.SILENCE));
    }

    /** Sends the body in chunked encoding, so many bytes to a chunk, with a pause before each chunk. */
    public static Fault drip(int bytes, Duration pause) {
        Arguments.checkedPositive("bytes", bytes);
        Arguments.checkedWait(pause);
        String argument = bytes + (pause.isZero() ? "" : "," + Arguments.text(pause));
        return Fault.of("drip", argument, (OnWire) (delivery, answer, exchange) -> delivery.inBlocks(bytes, pause));
    }

    private static Fault drip(String argument) {
        String[] parts = argument.split(",", 2);
        return drip(Arguments.positive(parts[0]), parts.length < 2 ? Duration.ZERO : Arguments.duration(parts[1]));
    }

    /** Resets the connection instead of an answer. The service never sees the request. */
    public static Fault resetBeforeHeaders() {
        return Fault.of("reset-before-headers", "", new Unseen(Ending.RESET));
    }

    /** Sends status line and headers, then resets the connection. The request has been handled. */
    public static Fault resetAfterHeaders() {
        return Fault.of(
                "reset-after-headers", "", (OnWire) (delivery, answer, exchange) -> delivery.cutAfter(0, Ending.RESET));
    }

    /**
     * Resets the connection within the name of the {@code n}-th rule of the answer, or of whatever else the answer
     * tells of, from 1; in the middle of the body when it has fewer. The request has been handled.
     */
    public static Fault resetInRule(int n) {
        Arguments.checkedPositive("n", n);
        return Fault.of("reset-in-rule", n == 1 ? "" : Integer.toString(n), (OnWire) (delivery, answer, exchange) -> {
            long name = answer.payload().indexOf("\"" + Items.textMember(exchange) + "\"", n - 1);
            return delivery.cutAfter(name < 0 ? answer.payload().length() / 2 : name + 10, Ending.RESET);
        });
    }

    /** Applies a create, update or delete, then resets the connection instead of an answer. */
    public static Fault createdThenReset() {
        return Fault.of("created-then-reset", "", new FaultAction() {
            @Override
            public boolean concerns(Exchange exchange) {
                Operation operation = exchange.route().operation();
                return operation != null && operation.writes();
            }

            @Override
            public Delivery deliver(Delivery delivery, Answer answer, Exchange exchange) {
                return delivery.unanswered(Ending.RESET);
            }
        });
    }

    /** Declares a body so many bytes longer than what is sent, then closes the connection in an orderly way. */
    public static Fault truncatedBody(int missing) {
        Arguments.checkedPositive("missing", missing);
        return Fault.of("truncated-body", Integer.toString(missing), (OnWire) (delivery, answer, exchange) ->
                delivery.overstated(missing).cutAfter(answer.payload().length(), Ending.CLOSE));
    }

    /** Answers as if the connection stayed open, and closes it with the last byte. */
    public static Fault closeAfterAnswer() {
        return Fault.of("close-after-answer", "", (OnWire) (delivery, answer, exchange) ->
                delivery.cutAfter(answer.payload().length(), Ending.CLOSE));
    }

    /** Serves one request on a connection and resets it when the next one arrives, which the service never sees. */
    public static Fault staleKeepAlive() {
        return Fault.of("stale-keep-alive", "", new Unseen(Ending.RESET) {
            @Override
            public boolean concerns(Exchange exchange) {
                return exchange.onConnection() > 1;
            }
        });
    }

    /** The end of a request that the service never sees. */
    private static class Unseen implements FaultAction {

        private final Ending ending;

        Unseen(Ending ending) {
            this.ending = ending;
        }

        @Override
        public @Nullable Answer before(Exchange exchange, long firing) {
            return Answer.NONE;
        }

        @Override
        public Delivery deliver(Delivery delivery, Answer answer, Exchange exchange) {
            return delivery.unanswered(ending);
        }
    }
}

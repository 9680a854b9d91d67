package io.github.flexalerts.testkit;

import io.github.flexalerts.testkit.internal.fault.Arguments;
import io.github.flexalerts.testkit.internal.fault.FaultAction.OnWire;
import io.github.flexalerts.testkit.internal.fault.FaultKind;
import io.github.flexalerts.testkit.internal.http.Delivery.Ending;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;

/** Faults of HTTP itself: more than one answer to a request, or bytes that are none. The request has been handled. */
public final class ProtocolFaults {

    static final List<FaultKind<Fault>> KINDS = List.of(
            new FaultKind<>(
                    "interim",
                    "[STATUS]",
                    "Sends an interim answer at once, before the real one; status 103 by default.",
                    argument -> interim(Arguments.positive(Arguments.orElse(argument, "103")))),
            new FaultKind<>(
                    "malformed-head",
                    "[status-line|content-length|header]",
                    "Sends a head that is not HTTP instead of an answer, then nothing more, ever; its status line is"
                            + " not one by default.",
                    argument -> malformedHead(Arguments.orElse(argument, "status-line"))),
            new FaultKind<>(
                    "malformed-chunk",
                    "",
                    "Sends half of the body in chunks and then a size that is not one, then nothing more, ever.",
                    argument -> malformedChunk()));

    private ProtocolFaults() {}

    /**
     * Sends an interim answer as soon as the request has been handled, and then the real one.
     *
     * @param status 103 as a rule; with 101 a client that asked for no other protocol has to give up
     * @throws IllegalArgumentException if the status is not between 100 and 199
     */
    public static Fault interim(int status) {
        if (status < 100 || status > 199) {
            throw new IllegalArgumentException("an interim status must be between 100 and 199, was " + status);
        }
        String head = "HTTP/1.1 " + HttpResponseStatus.valueOf(status) + "\r\n\r\n";
        return Fault.of(
                "interim", Integer.toString(status), (OnWire) (delivery, answer, exchange) -> delivery.preceded(head));
    }

    /**
     * Sends bytes that are no head of an answer. The connection stays open until the client gives up.
     *
     * @param part what is wrong: {@code status-line}, {@code content-length} or {@code header}
     * @throws IllegalArgumentException if the part is none of these
     */
    public static Fault malformedHead(String part) {
        String head = head(part);
        return Fault.of("malformed-head", part, (OnWire) (delivery, answer, exchange) ->
                delivery.unanswered(Ending.SILENCE).garbled(head));
    }

    private static String head(String part) {
        return switch (part) {
            case "status-line" -> "oops, something went wrong\r\n\r\n";
            case "content-length" -> "HTTP/1.1 200 OK\r\nContent-Length: oops\r\n\r\n";
            case "header" -> "HTTP/1.1 200 OK\r\nX-Reason: oops\u0001\r\nContent-Length: 0\r\n\r\n";
            default ->
                throw new IllegalArgumentException(
                        "the part must be status-line, content-length or header, was " + part);
        };
    }

    /**
     * Sends half of the body in chunked encoding, and continues with a size that is not a number. An answer without a body
     * has no chunks and passes. The connection stays open until the client gives up.
     */
    public static Fault malformedChunk() {
        return Fault.of("malformed-chunk", "", (OnWire) (delivery, answer, exchange) -> {
            long length = answer.payload().length();
            return length == 0
                    ? delivery
                    : delivery.chunked().cutAfter(length / 2, Ending.SILENCE).garbled("oops\r\n");
        });
    }
}

package io.github.flexalerts.testkit;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.testkit.internal.fault.Arguments;
import io.github.flexalerts.testkit.internal.fault.ClockSkew;
import io.github.flexalerts.testkit.internal.fault.FaultAction.OnAnswer;
import io.github.flexalerts.testkit.internal.fault.FaultKind;
import io.github.flexalerts.testkit.internal.fault.Items;
import io.github.flexalerts.testkit.internal.fault.Splice;
import io.github.flexalerts.testkit.internal.http.Answer;
import io.github.flexalerts.testkit.internal.http.Headers;
import io.github.flexalerts.testkit.internal.http.Payload;
import java.time.Duration;
import java.util.List;

/** Faults of the body and its headers: what is said, not how it travels. The request has been handled. */
public final class BodyFaults {

    static final List<FaultKind<Fault>> KINDS = List.of(
            new FaultKind<>(
                    "content-type",
                    "[TYPE]",
                    "Sends the body under another content type, text/plain by default.",
                    argument -> contentType(Arguments.orElse(argument, "text/plain"))),
            new FaultKind<>(
                    "gzip", "", "Compresses the body whether the client accepts it or not.", argument -> gzip()),
            new FaultKind<>(
                    "corrupt-gzip",
                    "[data|checksum]",
                    "Compresses the body and breaks a byte of it, the first of the data by default.",
                    argument -> corruptGzip(Arguments.orElse(argument, "data"))),
            new FaultKind<>("empty-body", "", "Sends no body at all.", argument -> emptyBody()),
            new FaultKind<>("null-body", "", "Sends null in place of the document.", argument -> nullBody()),
            new FaultKind<>("invalid-json", "", "Breaks the JSON within the first rule.", argument -> invalidJson()),
            new FaultKind<>(
                    "invalid-utf-8",
                    "",
                    "Puts invalid UTF-8 into the name of the first rule.",
                    argument -> invalidUtf8()),
            new FaultKind<>(
                    "deep-nesting",
                    "[LEVELS]",
                    "Nests arrays so deep in an unknown member of the first rule, 10000 by default.",
                    argument -> deepNesting(Arguments.positive(Arguments.orElse(argument, "10000")))),
            new FaultKind<>(
                    "huge-rule",
                    "[SIZE]",
                    "Makes the name of the first rule so long, 200MB by default.",
                    argument -> hugeRule(Arguments.size(Arguments.orElse(argument, "200MB")))),
            new FaultKind<>(
                    "clock-skew",
                    "DURATION",
                    "Shifts the Date header and the dates of rules; a negative duration shifts into the past.",
                    argument -> clockSkew(Arguments.duration(argument))));

    private static final int GZIP_HEADER = 10;
    private static final int GZIP_TRAILER = 8;

    private BodyFaults() {}

    /** Sends the body under another content type. */
    public static Fault contentType(String type) {
        requireNonNull(type, "type");
        return Fault.of("content-type", type, (OnAnswer) answer -> answer.header("Content-Type", type));
    }

    /** Compresses the body whether the client accepts it or not. */
    public static Fault gzip() {
        return Fault.of("gzip", "", (OnAnswer) Headers::gzip);
    }

    /**
     * Compresses the body, whether the client accepts it or not, and breaks a byte of it. An answer without a body
     * passes.
     *
     * @param part {@code data}, so that nothing can be read, or {@code checksum}, so that all is read before it turns out
     * @throws IllegalArgumentException if the part is none of these
     */
    public static Fault corruptGzip(String part) {
        if (!part.equals("data") && !part.equals("checksum")) {
            throw new IllegalArgumentException("the part must be data or checksum, was " + part);
        }
        return Fault.of("corrupt-gzip", part, (OnAnswer) answer -> corrupt(part, Headers.gzip(answer)));
    }

    private static Answer corrupt(String part, Answer answer) {
        if (!answer.headers().containsKey("Content-Encoding")) {
            return answer;
        }
        byte[] bytes = answer.payload().toBytes();
        if (part.equals("data")) {
            bytes[GZIP_HEADER] |= 0b110; // a kind of block that there is none of
        } else {
            bytes[bytes.length - GZIP_TRAILER] ^= 1;
        }
        return answer.payload(Payload.of(bytes));
    }

    /** Sends the status and headers of the answer without its body. */
    public static Fault emptyBody() {
        return Fault.of("empty-body", "", (OnAnswer) answer -> answer.payload(Payload.EMPTY));
    }

    /** Sends {@code null} in place of the document. */
    public static Fault nullBody() {
        return Fault.of("null-body", "", new Items.OfItems() {
            @Override
            public Answer change(Answer answer) {
                return answer.payload(Payload.of("null"));
            }
        });
    }

    /** Puts something into the first rule, or into the document when it has none, that is no JSON. */
    public static Fault invalidJson() {
        return Fault.of("invalid-json", "", new Splice("broken", false, Payload.of("{oops: tru")));
    }

    /** Puts invalid UTF-8 into the name of the first rule. */
    public static Fault invalidUtf8() {
        byte[] bytes = {'n', 'a', 'm', 'e', (byte) 0xC3, '(', (byte) 0xFF};
        return Fault.of("invalid-utf-8", "", new Splice(Splice.NAME, true, Payload.of(bytes)));
    }

    /** Gives the first rule an unknown member of arrays within arrays, so many of them. */
    public static Fault deepNesting(int levels) {
        Arguments.checkedPositive("levels", levels);
        Payload nest = Payload.repeated('[', levels).append(Payload.repeated(']', levels));
        return Fault.of("deep-nesting", Integer.toString(levels), new Splice("future_nest", false, nest));
    }

    /** Gives the first rule a name of so many bytes, which are made as they are sent and never held. */
    public static Fault hugeRule(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes must be 0 or more, was " + bytes);
        }
        Payload name = Payload.repeated('x', bytes);
        return Fault.of("huge-rule", Long.toString(bytes), new Splice(Splice.NAME, true, name));
    }

    /** Shifts the {@code Date} header and the dates of rules; what is stored stays as it is. */
    public static Fault clockSkew(Duration skew) {
        return Fault.of("clock-skew", Arguments.text(skew), new ClockSkew(skew));
    }
}

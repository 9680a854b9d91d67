package io.github.flexalerts.testkit.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** The headers that every answer of the service carries: the five documented ones and those that Twilio recommends. */
public final class Headers {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Headers() {}

    public static String date(Instant instant) {
        return HTTP_DATE.format(instant);
    }

    public static Instant instant(String date) {
        return Instant.from(HTTP_DATE.parse(date));
    }

    public static Answer add(Answer answer, Instant now, String requestId, int inFlight) {
        return answer.header("Date", date(now))
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", "GET, POST, DELETE, OPTIONS")
                .header("Access-Control-Allow-Headers", "Accept, Authorization, Content-Type")
                .header("Access-Control-Allow-Credentials", "true")
                .header("Access-Control-Expose-Headers", "ETag, Twilio-Request-Id")
                .header("Twilio-Concurrent-Requests", Integer.toString(inFlight))
                .header("Twilio-Request-Duration", "0.001")
                .header("Twilio-Request-Id", requestId);
    }

    /** Compresses a body for a client that accepts it. */
    public static Answer compressed(Answer answer, Exchange exchange) {
        boolean accepted =
                exchange.header("Accept-Encoding").toLowerCase(Locale.ROOT).contains("gzip");
        return accepted ? gzip(answer) : answer;
    }

    /** Compresses a body unless there is none, it is compressed already, or it is too large to hold. */
    public static Answer gzip(Answer answer) {
        Payload body = answer.payload();
        if (body.length() == 0 || body.length() > 64L << 20 || answer.headers().containsKey("Content-Encoding")) {
            return answer;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body.toBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer.payload(Payload.of(bytes.toByteArray()))
                .header("Content-Encoding", "gzip")
                .header("Vary", "Accept-Encoding");
    }
}

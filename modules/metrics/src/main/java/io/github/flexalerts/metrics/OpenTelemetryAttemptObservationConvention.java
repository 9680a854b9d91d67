package io.github.flexalerts.metrics;

import io.micrometer.common.KeyValues;
import java.net.URI;

/**
 * OpenTelemetry's name and tags of attempts, {@code http.client.request.duration}, by its stable semantic conventions for
 * HTTP clients. What does not apply has the value {@code none}, so that every meter has the same keys.
 */
public class OpenTelemetryAttemptObservationConvention implements AttemptObservationConvention {
    private static final String NONE = "none";

    /** Creates the convention. */
    public OpenTelemetryAttemptObservationConvention() {}

    @Override
    public String getName() {
        return "http.client.request.duration";
    }

    @Override
    public String getContextualName(AttemptContext context) {
        return context.operation().verb() + " " + context.operation().template();
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(AttemptContext context) {
        URI origin = URI.create(context.origin());
        return KeyValues.of(
                "error.type",
                error(context),
                "http.request.method",
                context.operation().verb(),
                "http.response.status_code",
                Character.isDigit(context.statusTag().charAt(0)) ? context.statusTag() : NONE,
                "server.address",
                String.valueOf(origin.getHost()),
                "server.port",
                port(origin),
                "url.scheme",
                String.valueOf(origin.getScheme()),
                "url.template",
                context.operation().template());
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(AttemptContext context) {
        return TraceKeys.of(context);
    }

    /** The status if that is the error, the type otherwise. */
    private static String error(AttemptContext context) {
        return switch (context.outcome()) {
            case CLIENT_ERROR, SERVER_ERROR -> context.statusTag();
            default -> context.errorType().tag();
        };
    }

    private static String port(URI origin) {
        int port = origin.getPort() >= 0 ? origin.getPort() : origin.getScheme().equals("http") ? 80 : 443;
        return Integer.toString(port);
    }
}

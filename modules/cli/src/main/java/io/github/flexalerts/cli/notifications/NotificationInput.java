package io.github.flexalerts.cli.notifications;

import io.github.flexalerts.cli.input.Document;
import io.github.flexalerts.cli.input.Notes;
import io.github.flexalerts.cli.input.Shape;
import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.InputException;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.reactive.codec.CodecException;
import io.github.flexalerts.reactive.codec.JsonCodec;
import java.util.Map;

/**
 * Reads destinations. Messages name members but no values, because these are addresses. A file that a person wrote may contain only
 * documented members, because a misspelt member would notify nobody. The output of the service, which has an id, is sent back unchanged.
 */
public final class NotificationInput {
    private static final String DESTINATIONS = "destinations";
    private static final String TTID = "ttid";
    private static final Shape CONFIGURATION =
            Shape.object(Map.of(TTID, Shape.TEXT, "instance_sid", Shape.TEXT, DESTINATIONS, Shape.ANY));

    private final Console console;

    public NotificationInput(Console console) {
        this.console = console;
    }

    /** Reads the destinations of a file: they alone, or a configuration that was fetched. */
    Destinations read(Document file) {
        return file.has(DESTINATIONS) ? configuration(file) : destinations(file);
    }

    /** Reads the destinations of a configuration. */
    public Destinations configuration(Document configuration) {
        boolean fromService = configuration.members().get(TTID) instanceof String;
        CONFIGURATION.check(configuration.name() + ": ", configuration.members(), unknown(fromService, "left out"));
        Document destinations = configuration.member(DESTINATIONS);
        if (destinations == null) {
            throw new InputException(configuration.name() + ": destinations is missing");
        }
        return destinations(destinations, unknown(fromService, "sent as it came"));
    }

    /** Reads destinations that a person wrote. */
    public Destinations destinations(Document document) {
        return destinations(document, Shape.REFUSE);
    }

    private Shape.Report unknown(boolean fromService, String what) {
        return fromService
                ? (path, known) -> console.say("note: " + path + " is not documented, " + what)
                : Shape.REFUSE;
    }

    private Destinations destinations(Document document, Shape.Report unknown) {
        DestinationShape.DESTINATIONS.check(document.name() + ": ", document.members(), unknown);
        try {
            Destinations read = JsonCodec.standard()
                    .read(document.json(), Destinations.class)
                    .requireComplete();
            Destinations.builder()
                    .subscriptions(read.subscriptions())
                    .webhooks(read.webhooks())
                    .emails(read.emails())
                    .build();
            new Notes(console).aboutValues(document.name(), read);
            return read;
        } catch (CodecException | IllegalArgumentException e) {
            throw new InputException(document.name() + ": " + e.getMessage());
        }
    }
}

package io.github.flexalerts.testkit.internal.service;

import io.github.flexalerts.testkit.internal.http.Answer;
import io.github.flexalerts.testkit.internal.http.Exchange;
import io.github.flexalerts.testkit.internal.http.Operation;
import io.github.flexalerts.testkit.internal.http.Query;
import io.github.flexalerts.testkit.internal.http.Refusal;
import io.github.flexalerts.testkit.internal.http.Resource;
import io.github.flexalerts.testkit.internal.list.PlainView;
import io.github.flexalerts.testkit.internal.list.Store;
import io.github.flexalerts.testkit.internal.list.Stored;
import io.github.flexalerts.testkit.internal.list.View;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The queues and channels of a TaskRouter workspace: to list and fetch, as nothing else is needed for alerts. */
public final class TaskRouterService implements ResourceService {

    private final Settings settings;
    private final Store queues;
    private final Store channels;
    private final Sids sids;

    TaskRouterService(Settings settings, Store queues, Store channels) {
        this.settings = settings;
        this.queues = queues;
        this.channels = channels;
        this.sids = new Sids(settings.randomSeed() + 3);
    }

    @Override
    public Answer answer(Exchange exchange, Operation operation) {
        return switch (operation) {
            case LIST_QUEUES -> list(exchange, queues, query -> PlainView.byName(Resource.QUEUES, query));
            case LIST_CHANNELS -> list(exchange, channels, query -> PlainView.of(Resource.CHANNELS, query));
            case FETCH_CHANNEL -> Answer.json(200, channel(exchange));
            default -> Answer.json(200, found(exchange, queues.find(owner(exchange), key(exchange))));
        };
    }

    private Answer list(Exchange exchange, Store store, Function<Query, View> reader) {
        return Listing.answer(exchange, settings, settings.taskRouterPageHost(), store, reader);
    }

    /** By SID or by unique name, which the path may have to encode. */
    private ObjectNode channel(Exchange exchange) {
        String key = key(exchange);
        Stored channel = channels.find(owner(exchange), key);
        return found(exchange, channel == null ? named(owner(exchange), decoded(exchange, key)) : channel);
    }

    private @Nullable Stored named(String workspace, String uniqueName) {
        return channels.all(workspace).stream()
                .filter(channel -> channel.text("unique_name").equals(uniqueName))
                .findFirst()
                .orElse(null);
    }

    private static String decoded(Exchange exchange, String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound(exchange.path());
        }
    }

    private static ObjectNode found(Exchange exchange, @Nullable Stored item) {
        if (item == null) {
            throw Refusal.notFound(exchange.path());
        }
        return item.document();
    }

    private static String owner(Exchange exchange) {
        return exchange.route().owner();
    }

    private static String key(Exchange exchange) {
        return exchange.route().key();
    }

    public String newSid(String prefix) {
        return sids.next(prefix);
    }

    /** Adds the channels and so many queues, under the SIDs that seeded rules name. */
    void seed() {
        for (int i = 0; i < settings.seeds().channels().size(); i++) {
            addChannel(String.format("TC%032x", i), settings.seeds().channels().get(i));
        }
        for (int i = 0; i < settings.seeds().queues(); i++) {
            addQueue(String.format("WQ%032x", i), String.format("Queue %05d", i + 1));
        }
    }

    public String addQueue(String sid, String friendlyName) {
        queues.add(settings.workspaceSid(), sid, TaskRouterDocument.queue(settings, sid, friendlyName));
        return sid;
    }

    public String addChannel(String sid, String uniqueName) {
        channels.add(settings.workspaceSid(), sid, TaskRouterDocument.channel(settings, sid, uniqueName));
        return sid;
    }
}

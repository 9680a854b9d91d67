package io.github.flexalerts.testkit.internal.service;

import io.github.flexalerts.testkit.internal.fault.FaultPlan;
import io.github.flexalerts.testkit.internal.fault.FaultPlan.Firing;
import io.github.flexalerts.testkit.internal.http.Answer;
import io.github.flexalerts.testkit.internal.http.Delivery;
import io.github.flexalerts.testkit.internal.http.Exchange;
import io.github.flexalerts.testkit.internal.http.Headers;
import io.github.flexalerts.testkit.internal.http.Refusal;
import io.github.flexalerts.testkit.internal.http.RequestLog;
import io.github.flexalerts.testkit.internal.http.Route;
import io.github.flexalerts.testkit.internal.http.Wire;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.node.ObjectNode;

/** One life of the service: its state, its log, its faults, and the way of a request through them. */
public final class FakeService {

    private final Settings settings;
    private final RequestLog log = new RequestLog();
    private final FaultPlan faults;
    private final Queue<Answer> scripted = new ConcurrentLinkedQueue<>();
    private final Resources resources;
    private final Sids requestIds;
    private final Gatekeeper gatekeeper;
    private final AtomicLong received = new AtomicLong();
    private final Sinks.Empty<Void> retired = Sinks.empty();

    public FakeService(Settings settings) {
        this.settings = settings;
        this.faults = new FaultPlan(settings.randomSeed());
        this.resources = new Resources(settings);
        this.requestIds = new Sids(~settings.randomSeed());
        this.gatekeeper = new Gatekeeper(settings.keys(), resources.tokens());
        settings.faults().forEach(faults::add);
    }

    public Resources resources() {
        return resources;
    }

    public RequestLog log() {
        return log;
    }

    public FaultPlan faults() {
        return faults;
    }

    public void script(Answer answer) {
        scripted.add(answer);
    }

    /** Ends this life: requests that still wait for an answer are cut off. */
    void retire() {
        retired.tryEmitEmpty();
    }

    Mono<Void> handle(
            String method, String target, Map<String, List<String>> headers, String body, int onConnection, Wire wire) {
        Exchange exchange = new Exchange(
                received.incrementAndGet(),
                method,
                target,
                headers,
                body,
                settings.clock().instant(),
                onConnection,
                Route.of(method, target.split("\\?", 2)[0]));
        // What is decided on arrival is decided before anyone can learn that the request arrived.
        Arrival arrival = arrival(exchange);
        RequestLog.Entry entry = log.received(exchange, arrival.known(), arrival.faults());
        Runnable finish = () -> entry.finish(arrival::leave);
        Mono<Void> sending = Mono.defer(() -> send(arrival, entry, wire, finish));
        return Mono.firstWithSignal(sending, retired.asMono().then(wire.reset()))
                .doFinally(signal -> finish.run());
    }

    private Arrival arrival(Exchange exchange) {
        List<Firing> firings = faults.firings(exchange);
        return new Arrival(exchange, gatekeeper.admits(exchange), firings, inPlace(exchange, firings));
    }

    private Mono<Void> send(Arrival arrival, RequestLog.Entry entry, Wire wire, Runnable finish) {
        Answer raw = scripted.poll();
        Answer answer = raw == null ? answer(arrival) : raw;
        Delivery delivery = Delivery.PLAIN;
        for (Firing firing : arrival.firings()) {
            delivery = firing.action().deliver(delivery, answer, arrival.exchange());
        }
        entry.answered(delivery.answered() ? answer.status() : 0);
        return wire.send(answer, delivery, finish);
    }

    private Answer answer(Arrival arrival) {
        Exchange exchange = arrival.exchange();
        List<Firing> firings = arrival.firings();
        Answer answer = arrival.inPlace();
        if (answer == null) {
            answer = serve(arrival.changed(), arrival.known());
        }
        if (answer.document() != null && !firings.isEmpty()) {
            ObjectNode copy = answer.document().deepCopy();
            firings.forEach(firing -> firing.action().change(copy, exchange));
            answer = answer.document(copy);
        }
        answer = Headers.add(answer.rendered(), settings.clock().instant(), requestIds.next("RQ"), log.inFlight());
        for (Firing firing : firings) {
            answer = firing.action().change(answer);
        }
        return settings.gzip() ? Headers.compressed(answer, exchange) : answer;
    }

    /** Every fault gets to see the request, for some count; the first to answer wins. */
    private static @Nullable Answer inPlace(Exchange exchange, List<Firing> firings) {
        Answer first = null;
        for (Firing firing : firings) {
            Answer answer = firing.action().before(exchange, firing.count());
            first = first == null ? answer : first;
        }
        return first;
    }

    private Answer serve(Exchange exchange, boolean known) {
        try {
            if (!known) {
                throw Refusal.unauthorized();
            }
            return resources.answer(exchange);
        } catch (Refusal refusal) {
            Answer answer = refusal.answer();
            return known ? answer : answer.header("WWW-Authenticate", "Basic realm=\"Twilio API\"");
        }
    }

    /**
     * A request and what was decided when it came.
     *
     * @param known whether its credentials are good
     * @param inPlace the answer of a fault in place of the service
     */
    private record Arrival(
            Exchange exchange,
            boolean known,
            List<Firing> firings,
            @Nullable Answer inPlace) {

        List<String> faults() {
            return firings.stream().map(Firing::name).toList();
        }

        Exchange changed() {
            Exchange changed = exchange;
            for (Firing firing : firings) {
                changed = firing.action().change(changed);
            }
            return changed;
        }

        void leave() {
            firings.forEach(firing -> firing.action().after(exchange));
        }
    }
}

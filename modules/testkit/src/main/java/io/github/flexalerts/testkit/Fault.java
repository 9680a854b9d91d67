package io.github.flexalerts.testkit;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.testkit.internal.fault.FaultAction;
import io.github.flexalerts.testkit.internal.fault.FaultKind;
import io.github.flexalerts.testkit.internal.fault.FaultSpec;
import io.github.flexalerts.testkit.internal.fault.Selection;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A failure between the service and its client that can be repeated exactly.
 *
 * <p>Faults are made by {@link StatusFaults}, {@link ConnectionFaults}, {@link ProtocolFaults}, {@link BodyFaults},
 * {@link SchemaFaults}, {@link PageFaults} and {@link QueryFaults}, or of text by {@link #parse(String)}, and switched on by
 * {@link FakeFlex#inject(Fault...)}. Unless limited, a fault applies to every request that can show it. Several
 * faults may apply to one request: of those that answer instead of the service the first one injected wins; all others combine.
 *
 * <p>A fault counts only requests that match its operations and can show it, from 1, in order of arrival. Faults are immutable; the counting belongs to the service that they are injected into.
 */
public final class Fault {

    private final FaultSpec spec;

    Fault(FaultSpec spec) {
        this.spec = spec;
    }

    static Fault of(String name, String argument, Supplier<FaultAction> action) {
        return new Fault(FaultSpec.of(name, argument, action));
    }

    /** A fault without state between requests. */
    static Fault of(String name, String argument, FaultAction action) {
        return of(name, argument, () -> action);
    }

    /**
     * Makes a fault of its textual form {@code NAME[@SELECTION][=ARG]}; everything after the first {@code =} is the
     * argument. The selection is {@code OPERATIONS}, {@code WHEN}, or both as {@code OPERATIONS:WHEN}. Operations are
     * separated by commas. {@code WHEN} is {@code 3} for the third matching request, {@code 2-4}, {@code 2-} for the
     * second and all that follow, {@code every3}, or {@code 10%} for a share that is drawn from the seed.
     *
     * <p>Examples: {@code hang}, {@code delay=200ms}, {@code status@1-2=503}, {@code status@rules.list:every3=429},
     * {@code hang@notifications.create}, {@code reset-before-headers@10%}.
     *
     * @throws IllegalArgumentException if the name is unknown, or the selection or argument is not as the catalogue
     *     says; the message names the fault and the rule
     */
    public static Fault parse(String text) {
        requireNonNull(text, "text");
        int equals = text.indexOf('=');
        String head = equals < 0 ? text : text.substring(0, equals);
        String argument = equals < 0 ? "" : text.substring(equals + 1);
        int at = head.indexOf('@');
        String name = at < 0 ? head : head.substring(0, at);
        Fault fault = kind(name).make(argument);
        if (at < 0) {
            return fault;
        }
        try {
            Selection selection = Selection.parse(head.substring(at + 1));
            return fault.select(all -> selection);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("fault " + name + ": " + e.getMessage(), e);
        }
    }

    /** Returns every fault that {@link #parse(String)} accepts, grouped as in the manual. */
    public static List<FaultDescription> catalogue() {
        return kinds().map(FaultKind::describe).toList();
    }

    private static Stream<FaultKind<Fault>> kinds() {
        return Stream.of(
                        StatusFaults.KINDS,
                        ConnectionFaults.KINDS,
                        ProtocolFaults.KINDS,
                        BodyFaults.KINDS,
                        SchemaFaults.KINDS,
                        PageFaults.KINDS,
                        QueryFaults.KINDS)
                .flatMap(List::stream);
    }

    private static FaultKind<Fault> kind(String name) {
        return kinds().filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("fault " + name + " is unknown, known are "
                        + kinds().map(FaultKind::name).collect(Collectors.joining(", "))));
    }

    /** Returns the name in the catalogue. */
    public String name() {
        return spec.name();
    }

    /**
     * Returns this fault limited to some operations, replacing an earlier limit to others.
     *
     * @param operations of {@code rules.create}, {@code rules.list}, {@code rules.fetch}, {@code rules.update},
     *     {@code rules.delete}, {@code notifications.create}, {@code notifications.fetch},
     *     {@code notifications.update}, {@code notifications.delete}, {@code users.list}, {@code queues.list},
     *     {@code queues.fetch}, {@code channels.list}, {@code channels.fetch}, {@code configuration.fetch} and
     *     {@code token.fetch}; none lifts the limit
     * @throws IllegalArgumentException if an operation is none of these
     */
    public Fault on(String... operations) {
        return select(selection -> selection.on(operations));
    }

    /** Returns this fault limited to the {@code n}-th matching request, from 1. */
    public Fault onRequest(int n) {
        return onRequests(n, n);
    }

    /** Returns this fault limited to the matching requests from {@code first} to {@code last}, both included. */
    public Fault onRequests(int first, int last) {
        return select(selection -> selection.requests(first, last));
    }

    /** Returns this fault limited to the {@code n}-th matching request and all that follow. */
    public Fault fromRequest(int n) {
        return select(selection -> selection.requests(n, Long.MAX_VALUE));
    }

    /** Returns this fault limited to every {@code n}-th matching request. */
    public Fault everyRequest(int n) {
        return select(selection -> selection.every(n));
    }

    /** Returns this fault limited to a share of the matching requests, drawn from the service's seed. */
    public Fault atRate(int percent) {
        return select(selection -> selection.rate(percent));
    }

    private Fault select(UnaryOperator<Selection> chosen) {
        return new Fault(spec.select(chosen));
    }

    FaultSpec spec() {
        return spec;
    }

    /** Returns the textual form, which {@link #parse(String)} reads back for every fault of the catalogue. */
    @Override
    public String toString() {
        return spec.toString();
    }
}

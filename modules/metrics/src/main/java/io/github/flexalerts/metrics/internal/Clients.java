package io.github.flexalerts.metrics.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The meters of each name of a client: of the first sixteen, and of all others together. */
public final class Clients {
    private static final int MOST = 16;
    private static final String OTHER = "other";

    private final Registrations registrations;
    private final Map<String, ClientMeters> byName = new ConcurrentHashMap<>();

    public Clients(Registrations registrations) {
        this.registrations = registrations;
    }

    public ClientMeters of(String name) {
        ClientMeters known = byName.get(name);
        return known == null ? add(name) : known;
    }

    private synchronized ClientMeters add(String name) {
        String counted = byName.size() < MOST ? name : OTHER;
        return byName.computeIfAbsent(counted, tag -> new ClientMeters(registrations, tag));
    }
}

package io.github.flexalerts.testkit.internal.list;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What there is of one resource, by owner: an instance or a workspace. */
public final class Store {

    private final Map<String, Shelf> owners = new LinkedHashMap<>();
    private long created;

    public synchronized void addOwner(String sid) {
        owners.computeIfAbsent(sid, key -> new Shelf());
    }

    public synchronized boolean knows(String owner) {
        return owners.containsKey(owner);
    }

    /** Adds a document, whether there is room or not. */
    public synchronized void add(String owner, String key, ObjectNode document) {
        of(owner).put(new Stored(created++, key, document));
    }

    /** Adds a document unless all owners together held {@code limit} already; a negative limit is none. */
    public synchronized boolean addWithin(int limit, String owner, String key, ObjectNode document) {
        return addIf(owners.values().stream().mapToInt(Shelf::size).sum(), limit, owner, key, document);
    }

    /** Adds a document unless this owner held {@code limit} already; a negative limit is none. */
    public synchronized boolean addWithinEach(int limit, String owner, String key, ObjectNode document) {
        return addIf(of(owner).size(), limit, owner, key, document);
    }

    private boolean addIf(int held, int limit, String owner, String key, ObjectNode document) {
        boolean room = limit < 0 || held < limit;
        if (room) {
            add(owner, key, document);
        }
        return room;
    }

    public synchronized @Nullable Stored find(String owner, String key) {
        return of(owner).get(key);
    }

    public synchronized boolean replace(String owner, String key, ObjectNode document) {
        Stored old = of(owner).get(key);
        if (old != null) {
            of(owner).put(new Stored(old.number(), key, document));
        }
        return old != null;
    }

    public synchronized boolean remove(String owner, String key) {
        return of(owner).remove(key);
    }

    public synchronized List<Stored> all(String owner) {
        return of(owner).all();
    }

    /** What a list holds, filtered and sorted; never changed, and the same object until something changes. */
    public synchronized List<Stored> view(String owner, View view) {
        return of(owner).view(view);
    }

    public synchronized void clear() {
        owners.values().forEach(Shelf::clear);
    }

    private Shelf of(String owner) {
        Shelf shelf = owners.get(owner);
        if (shelf == null) {
            throw new IllegalArgumentException("instance " + owner + " is unknown, add it first");
        }
        return shelf;
    }
}

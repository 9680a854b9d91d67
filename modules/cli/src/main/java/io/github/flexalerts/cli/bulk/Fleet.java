package io.github.flexalerts.cli.bulk;

import io.github.flexalerts.cli.input.Document;
import io.github.flexalerts.cli.io.InputException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The targets of a rollout in a fleet file. Names and instances are unique. */
final class Fleet {
    private static final int MOST_BYTES = 64 << 20;

    private Fleet() {}

    /** Reads a fleet file, or throws an {@link InputException} that names the target and the member. */
    static List<FleetTarget> read(String file) {
        Document document = Document.read(file, InputStream.nullInputStream(), MOST_BYTES);
        if (!(document.members().get("targets") instanceof List<?> list)
                || document.members().size() != 1) {
            throw new InputException(document.name() + " must have one member, 'targets', with a list");
        }
        List<FleetTarget> targets = new ArrayList<>();
        Map<String, String> instances = new HashMap<>();
        Map<String, Integer> names = new HashMap<>();
        for (int i = 0; i < list.size(); i++) {
            String where = document.name() + " targets[" + i + "]";
            if (!(list.get(i) instanceof Map<?, ?> members)) {
                throw new InputException(where + " must be an object");
            }
            FleetTarget target =
                    FleetTarget.read(new Document(where, members), Path.of(file).getParent());
            Integer named = names.putIfAbsent(target.name(), i);
            if (named != null) {
                throw new InputException(
                        where + ": the name '" + target.name() + "' is that of targets[" + named + "] too");
            }
            String former = instances.putIfAbsent(target.connection().instanceSid(), target.name());
            if (former != null) {
                throw new InputException(where + ": the instance is that of target '" + former + "' too");
            }
            targets.add(target);
        }
        if (targets.isEmpty()) {
            throw new InputException(document.name() + " has no targets");
        }
        return targets;
    }

    /** Returns the targets that have all of these labels. */
    static List<FleetTarget> select(List<FleetTarget> targets, Map<String, String> labels) {
        List<FleetTarget> selected = targets.stream()
                .filter(target -> target.labels().entrySet().containsAll(labels.entrySet()))
                .toList();
        if (selected.isEmpty()) {
            throw new InputException("no target has the labels of --select");
        }
        return selected;
    }
}

package io.github.flexalerts.cli.bulk;

import io.github.flexalerts.cli.input.Document;
import io.github.flexalerts.cli.io.InputException;
import io.github.flexalerts.cli.settings.Connection;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One target of a fleet file.
 *
 * @param name its name
 * @param connection its instance, account and references to secrets
 * @param mapping its mapping file; null for none
 * @param labels its labels
 * @param group its group, 1 by default
 */
record FleetTarget(
        String name, Connection connection, @Nullable String mapping, Map<String, String> labels, int group) {
    private static final Set<String> MEMBERS = Set.of("name", "mapping", "labels", "group");

    /**
     * Reads a target.
     *
     * @param folder the folder of the fleet file, to which mapping files are relative; null for the current one
     */
    static FleetTarget read(Document document, @Nullable Path folder) {
        String name = Connection.text(document, "name");
        if (name == null || !name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw new InputException(
                    document.name() + ": name must be 1 to 100 letters, digits, dots, dashes or underscores");
        }
        Document named = new Document(document.name() + " (" + name + ")", document.members());
        Connection connection = Connection.read(named, MEMBERS);
        connection.instanceSid();
        String mapping = Connection.text(named, "mapping");
        String file = mapping == null || folder == null
                ? mapping
                : folder.resolve(mapping).toString();
        return new FleetTarget(name, connection, file, labels(named), group(named));
    }

    private static int group(Document document) {
        Object group = document.members().get("group");
        if (group == null) {
            return 1;
        }
        if (group instanceof Integer number && number >= 0) {
            return number;
        }
        throw new InputException(document.name() + ": group must be a whole number of at least 0");
    }

    private static Map<String, String> labels(Document document) {
        Map<String, String> labels = new LinkedHashMap<>();
        Document object = document.member("labels");
        if (object != null) {
            object.members().forEach((key, value) -> {
                if (value instanceof Map || value instanceof Iterable) {
                    throw new InputException(object.name() + ": the value of '" + key + "' must be a text");
                }
                labels.put(String.valueOf(key), String.valueOf(value));
            });
        }
        return labels;
    }
}

package io.github.flexalerts.cli.bulk;

import io.github.flexalerts.bulk.Mapping;
import io.github.flexalerts.cli.input.Document;
import io.github.flexalerts.cli.io.InputException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mapping file, in YAML or JSON. */
final class MappingFile {
    private static final int MOST_BYTES = 16 << 20;
    private static final List<String> MEMBERS = List.of("queues", "channels", "users", "notification_configurations");

    private MappingFile() {}

    /** Reads a mapping; null for none. */
    static Mapping read(@Nullable String file) {
        if (file == null) {
            return Mapping.NONE;
        }
        Document document = Document.read(file, InputStream.nullInputStream(), MOST_BYTES);
        for (Object member : document.members().keySet()) {
            if (!MEMBERS.contains(String.valueOf(member))) {
                throw new InputException(document.name() + ": there is no member '" + member + "'; a mapping has "
                        + String.join(", ", MEMBERS));
            }
        }
        return new Mapping(
                texts(document, "queues"),
                texts(document, "channels"),
                texts(document, "users"),
                texts(document, "notification_configurations"));
    }

    private static Map<String, String> texts(Document document, String member) {
        Map<String, String> texts = new LinkedHashMap<>();
        Document object = document.member(member);
        if (object != null) {
            object.members().forEach((source, target) -> {
                if (!(target instanceof String text) || text.isBlank()) {
                    throw new InputException(object.name() + ": the value of '" + source + "' must be an SID");
                }
                texts.put(String.valueOf(source), text);
            });
        }
        return texts;
    }
}

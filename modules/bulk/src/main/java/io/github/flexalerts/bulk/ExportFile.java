package io.github.flexalerts.bulk;

import io.github.flexalerts.bulk.internal.file.ExportFilter;
import io.github.flexalerts.bulk.internal.file.Ndjson;
import io.github.flexalerts.bulk.internal.file.SealedReader;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.notification.NotificationConfiguration;
import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.reactive.codec.CodecException;
import io.github.flexalerts.reactive.codec.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An export of an instance. The whole file is checked when it is opened: header, format, version, counts and SHA-256. Rules
 * stay on disk and are read one by one. The methods block
 * while they read the file. Close it after use.
 */
public final class ExportFile implements AutoCloseable {
    /** The format in the header. */
    public static final String FORMAT = "flex-alerts-export";

    static final List<String> TYPES = List.of("notification_configuration", "queue", "channel", "user", "rule");

    private static final byte[] RULE_LINE = "{\"type\":\"rule\",\"rule\":".getBytes(StandardCharsets.UTF_8);

    private final FileChannel file;
    private final Map<String, @Nullable Object> header;
    private final Map<String, Destinations> configurations = new LinkedHashMap<>();
    private final List<Reference> references = new ArrayList<>();
    private long[] starts = new long[128];
    private int rules;

    private ExportFile(Path path) throws IOException {
        this.header = SealedReader.read(path, FORMAT, TYPES, this::line);
        this.file = FileChannel.open(path);
    }

    /**
     * Tells whether the first line of a file is the header of an export or of another file of this library.
     *
     * @param path the file
     * @return true if it is not a plain file of rules
     * @throws UncheckedIOException if the file cannot be read
     */
    public static boolean hasHeader(Path path) {
        try (Ndjson lines = new Ndjson(Files.newInputStream(path))) {
            byte[] first = lines.next();
            return first != null && SealedReader.hasHeader(first);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens and checks a file.
     *
     * @param path the file
     * @return the export
     * @throws ExportFileException if the file is not a complete export of a known version
     * @throws UncheckedIOException if the file cannot be read
     */
    public static ExportFile open(Path path) {
        try {
            return new ExportFile(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the instance that was exported.
     *
     * @return its SID; null if the header has none
     */
    public @Nullable String instanceSid() {
        return header.get("instance_sid") instanceof String sid ? sid : null;
    }

    /**
     * Returns the filter of the export.
     *
     * @return a query without sort and page size; {@link RuleQuery#all()} if all rules were exported
     */
    public RuleQuery filter() {
        return ExportFilter.read(header.get("filter"));
    }

    /**
     * Tells whether the file has notification configurations.
     *
     * @return true if they were exported
     */
    public boolean hasDestinations() {
        return Boolean.TRUE.equals(header.get("destinations"));
    }

    /**
     * Returns the SHA-256 in the footer.
     *
     * @return 64 hexadecimal digits
     */
    public String sha256() {
        return String.valueOf(header.get("sha256"));
    }

    /**
     * Returns the notification configurations by their SIDs.
     *
     * @return the destinations
     */
    public Map<String, Destinations> configurations() {
        return Map.copyOf(configurations);
    }

    /**
     * Returns the queues, channels and users to which rules and configurations refer.
     *
     * @return the references
     */
    public List<Reference> references() {
        return List.copyOf(references);
    }

    /**
     * Returns the number of rules.
     *
     * @return the number of rules
     */
    public int size() {
        return rules;
    }

    /**
     * Reads a rule.
     *
     * @param index from 0 to {@link #size()} - 1
     * @return the rule as it was exported
     * @throws UncheckedIOException if the file cannot be read any more
     */
    public Rule rule(int index) {
        long start = starts[index];
        ByteBuffer line = ByteBuffer.allocate((int) (starts[index + 1] - start));
        try {
            while (line.hasRemaining() && file.read(line, start + line.position()) >= 0) {
                // reads on
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] bytes = line.array();
        boolean terminated = bytes[bytes.length - 1] == '\n';
        return rule(terminated ? Arrays.copyOf(bytes, bytes.length - 1) : bytes, index);
    }

    /** Closes the file; rules can no longer be read. */
    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(String type, byte[] line, Ndjson at) {
        if (type.equals("rule")) {
            rule(line, rules);
            if (rules + 2 > starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
            }
            starts[rules++] = at.start();
            starts[rules] = at.position();
        } else if (type.equals("notification_configuration")) {
            configuration(Ndjson.object(line, at.number()), at.number());
        } else {
            reference(type, Ndjson.object(line, at.number()), at.number());
        }
    }

    private void configuration(Map<String, @Nullable Object> line, int number) {
        NotificationConfiguration configuration =
                value(line.get("configuration"), NotificationConfiguration.class, "line " + number);
        if (configuration.ttid() == null) {
            throw new ExportFileException("line " + number + ": configuration.ttid is missing");
        }
        configurations.put(configuration.ttid(), configuration.destinations());
    }

    private void reference(String type, Map<String, @Nullable Object> line, int number) {
        Reference.Kind kind = Arrays.stream(Reference.Kind.values())
                .filter(each -> each.type().equals(type))
                .findFirst()
                .orElseThrow();
        if (!(line.get("sid") instanceof String sid)) {
            throw new ExportFileException("line " + number + ": sid is missing");
        }
        references.add(new Reference(
                kind,
                sid,
                line.get(kind.member()) instanceof String name ? name : null,
                line.get("email") instanceof String email ? email : null));
    }

    private static Rule rule(byte[] line, int index) {
        byte[] head = RULE_LINE;
        if (line.length > head.length && Arrays.equals(line, 0, head.length, head, 0, head.length)) {
            try {
                return JsonCodec.standard().read(Arrays.copyOfRange(line, head.length, line.length - 1), Rule.class);
            } catch (CodecException e) {
                throw new ExportFileException("rule " + (index + 1) + " cannot be read");
            }
        }
        return value(Ndjson.object(line, index + 1).get("rule"), Rule.class, "rule " + (index + 1));
    }

    private static <T> T value(@Nullable Object json, Class<T> type, String where) {
        try {
            return JsonCodec.standard().read(JsonCodec.standard().write(json), type);
        } catch (CodecException e) {
            throw new ExportFileException(where + " cannot be read");
        }
    }
}

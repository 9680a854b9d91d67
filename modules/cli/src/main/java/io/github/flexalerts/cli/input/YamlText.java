package io.github.flexalerts.cli.input;

import io.github.flexalerts.cli.io.InputException;
import io.github.flexalerts.reactive.codec.JsonCodec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.core.JacksonException;

/** YAML 1.2, made JSON. The parser's messages quote the input, so errors contain only line numbers. */
final class YamlText {
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final int MOST_DEPTH = 100;
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setAllowNonScalarKeys(true).build(); // see checkKey

    private YamlText() {}

    /**
     * Reads the rules of some documents, or throws an {@link InputException} that says where the text cannot be right.
     *
     * @param linesBefore how many lines precede the text
     */
    static List<Piece> read(String name, String text, long linesBefore) {
        return guarded(name, linesBefore, () -> {
            List<Piece> pieces = new ArrayList<>();
            checkDepth(name, linesBefore, new Parse(SETTINGS).parseString(text));
            for (Node node : new Compose(SETTINGS).composeAllFromString(text)) {
                Object value = value(name, linesBefore, node);
                if (value instanceof List<?> elements && node instanceof SequenceNode list) {
                    for (int i = 0; i < elements.size(); i++) {
                        pieces.add(piece(linesBefore, list.getValue().get(i), elements.get(i)));
                    }
                } else if (value != null) {
                    pieces.add(piece(linesBefore, node, value));
                }
            }
            return pieces;
        });
    }

    private static Piece piece(long linesBefore, Node node, @Nullable Object value) {
        byte[] json = value == null ? NULL : JsonCodec.standard().write(value);
        return new Piece(linesBefore + line(node.getStartMark()), json);
    }

    /** Reads the only document of a text. */
    static Object only(String name, String text) {
        List<Object> values = guarded(name, 0, () -> {
            List<Object> read = new ArrayList<>();
            checkDepth(name, 0, new Parse(SETTINGS).parseString(text));
            for (Node node : new Compose(SETTINGS).composeAllFromString(text)) {
                Object value = value(name, 0, node);
                if (value != null) {
                    read.add(value);
                }
            }
            return read;
        });
        if (values.size() != 1) {
            throw new InputException(name + (values.isEmpty() ? " is empty" : " contains more than one document"));
        }
        return values.get(0);
    }

    private static <T> T guarded(String name, long linesBefore, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (MarkedYamlEngineException e) {
            throw new InputException(name + " line " + (linesBefore + line(e.getProblemMark())) + ": not valid YAML");
        } catch (YamlEngineException e) {
            throw new InputException(name + ": not valid YAML, or too large");
        } catch (JacksonException e) {
            throw new InputException(name + ": the YAML is nested too deep");
        }
    }

    /** The parser below counts on its stack. */
    private static void checkDepth(String name, long linesBefore, Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            if (event instanceof CollectionStartEvent && ++depth > MOST_DEPTH) {
                throw new InputException(name + " line " + (linesBefore + line(event.getStartMark()))
                        + ": nested deeper than " + MOST_DEPTH + " levels");
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
    }

    private static @Nullable Object value(String name, long linesBefore, Node node) {
        checkKeys(name, linesBefore, node, new HashSet<>());
        return new StandardConstructor(SETTINGS).constructSingleDocument(Optional.of(node));
    }

    /** Visits each node once: an alias leads to a node that was visited already. */
    private static void checkKeys(String name, long linesBefore, Node node, Set<Node> seen) {
        if (!seen.add(node)) {
            return;
        }
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(each -> checkKeys(name, linesBefore, each, seen));
        }
        if (node instanceof MappingNode object) {
            object.getValue().forEach(member -> {
                checkKey(name, linesBefore, member.getKeyNode());
                checkKeys(name, linesBefore, member.getValueNode(), seen);
            });
        }
    }

    private static void checkKey(String name, long linesBefore, Node key) {
        String problem = null;
        if (!(key instanceof ScalarNode scalar) || scalar.getTag().equals(Tag.NULL)) {
            problem = "a member's name must be text";
        } else if (scalar.getValue().equals("<<")) {
            problem = "merges (<<) are not supported, write the members out";
        }
        if (problem != null) {
            throw new InputException(name + " line " + (linesBefore + line(key.getStartMark())) + ": " + problem);
        }
    }

    /** Tells by its name whether a file holds YAML. */
    static boolean isYaml(String file) {
        return file.endsWith(".yaml") || file.endsWith(".yml");
    }

    /** Tells by its first line whether a text is YAML and neither JSON nor a broken line of it. */
    static boolean isYamlLine(String line) {
        return line.matches("(---|%YAML)(\\s.*)?|#.*|- .*|-|[A-Za-z_][A-Za-z0-9_]*:(\\s.*)?");
    }

    private static long line(Optional<Mark> mark) {
        return mark.map(where -> where.getLine() + 1L).orElse(1L);
    }

    /**
     * A document.
     *
     * @param line where it begins, from 1
     * @param json the same as JSON
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once and never compared
    record Piece(long line, byte[] json) {}
}

package io.github.flexalerts.cli;

import io.github.flexalerts.reactive.codec.JsonCodec;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import tools.jackson.core.JacksonException;

/** YAML 1.2, made JSON. The parser's messages quote the input, so only its line numbers are told. */
final class YamlText {
    private static final LoadSettings SETTINGS = LoadSettings.builder().build();

    private YamlText() {}

    /** Reads all documents, or throws an {@link InputException} that says where the input cannot be right. */
    static List<Piece> read(String name, InputStream in) {
        List<Piece> pieces = new ArrayList<>();
        try {
            for (Node node : new Compose(SETTINGS).composeAllFromInputStream(in)) {
                Object value = new StandardConstructor(SETTINGS).constructSingleDocument(Optional.of(node));
                if (value != null) {
                    pieces.add(new Piece(
                            line(node.getStartMark()), JsonCodec.standard().write(value)));
                }
            }
            return pieces;
        } catch (MarkedYamlEngineException e) {
            throw new InputException(name + " line " + line(e.getProblemMark()) + ": not valid YAML");
        } catch (YamlEngineException e) {
            throw new InputException(name + ": not valid YAML, or too large");
        } catch (JacksonException e) {
            throw new InputException(name + ": the YAML is nested too deep");
        }
    }

    /** Tells by its name whether a file holds YAML. */
    static boolean isYaml(String file) {
        return file.endsWith(".yaml") || file.endsWith(".yml");
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

package io.github.flexalerts.cli.output;

import io.github.flexalerts.cli.io.DataOut;
import io.github.flexalerts.cli.io.JsonItems;
import io.github.flexalerts.cli.io.JsonText;
import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** A YAML document for each item. */
final class YamlWriter implements ItemWriter<Object> {
    private static final YAMLMapper MAPPER =
            YAMLMapper.builder().disable(YAMLWriteFeature.SPLIT_LINES).build();

    private final DataOut out;

    YamlWriter(DataOut out) {
        this.out = out;
    }

    @Override
    public void write(Object item) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonParser parser = JsonText.FACTORY.createParser(ObjectReadContext.empty(), JsonItems.json(item));
                JsonGenerator generator = MAPPER.createGenerator(bytes)) {
            parser.nextToken();
            generator.copyCurrentStructureExact(parser);
        }
        out.write(bytes.toByteArray());
        if (bytes.size() > 0 && bytes.toByteArray()[bytes.size() - 1] != '\n') {
            out.print("\n");
        }
    }
}

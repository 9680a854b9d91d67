package io.github.flexalerts.reactive.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ItemTypesTest {
    private static final Path RESOURCES = Path.of("src/main/java/io/github/flexalerts/reactive/internal/resource");
    private static final Pattern ITEM = Pattern.compile("new ItemType<>\\(\\s*(\\w+)\\.class");

    @Test
    void nameTheItemsOfEveryResource() throws IOException {
        Set<String> items = new TreeSet<>();
        try (Stream<Path> files = Files.list(RESOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                ITEM.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .forEach(items::add);
            }
        }
        assertThat(items)
                .hasSizeGreaterThan(5)
                .isEqualTo(ItemTypes.all().stream()
                        .map(Class::getSimpleName)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}

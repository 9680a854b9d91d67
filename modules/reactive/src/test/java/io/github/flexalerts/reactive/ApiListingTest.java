package io.github.flexalerts.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The public API of this module, listed in a file, so that a review sees each change of it. After an intended change, write
 * the file with {@code -Dtest=ApiListingTest -Dapi.write=true}.
 */
class ApiListingTest {
    private static final Path CLASSES = Path.of("target/classes");
    private static final Path LISTING = Path.of("src/test/resources/api.txt");

    @Test
    void isTheOneThatIsListed() throws IOException {
        List<String> api = api();
        if (Boolean.getBoolean("api.write")) {
            Files.write(LISTING, api);
        }
        assertThat(api).isEqualTo(Files.readAllLines(LISTING));
        assertThat(api).noneMatch(line -> line.contains(".internal."));
    }

    private static List<String> api() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(CLASSES)) {
            files.map(file -> CLASSES.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("internal") && !name.contains("-info"))
                    .sorted()
                    .map(ApiListingTest::type)
                    .filter(ApiListingTest::isPublic)
                    .forEach(type -> describe(type, lines));
        }
        return lines;
    }

    private static void describe(Class<?> type, List<String> lines) {
        lines.add(type.toGenericString());
        Stream<Field> fields = Arrays.stream(type.getDeclaredFields()).filter(ApiListingTest::isVisible);
        Stream<Executable> constructors = Arrays.stream(type.getDeclaredConstructors())
                .map(Executable.class::cast)
                .filter(ApiListingTest::isVisible);
        Stream<Method> methods = Arrays.stream(type.getDeclaredMethods())
                .filter(ApiListingTest::isVisible)
                .filter(method -> !method.isSynthetic());
        Stream.of(
                        fields.map(Field::toGenericString),
                        constructors.map(Executable::toGenericString),
                        methods.map(Method::toGenericString))
                .flatMap(members -> members.sorted())
                .map(member -> "    " + member.replace(type.getName() + ".", ""))
                .forEach(lines::add);
    }

    private static boolean isVisible(Member member) {
        return Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers());
    }

    private static boolean isPublic(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
            if (!Modifier.isPublic(each.getModifiers())) {
                return false;
            }
        }
        return !type.isAnonymousClass();
    }

    private static Class<?> type(String file) {
        try {
            return Class.forName(
                    file.replace(".class", "").replace('/', '.'), false, ApiListingTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}

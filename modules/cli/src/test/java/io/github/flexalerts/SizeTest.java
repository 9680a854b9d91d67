package io.github.flexalerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** The size of files and methods of the main code. */
class SizeTest {
    private static final int MEDIAN_FILE = 90;
    private static final int LONGEST_FILE = 400;
    private static final int MOST_METHODS = 12;
    private static final int LONGEST_METHOD = 40;

    @Test
    void keepsFilesShort() throws IOException {
        Map<Path, Integer> lines = new TreeMap<>();
        for (Path file : sources()) {
            lines.put(file, Files.readAllLines(file).size());
        }
        List<Integer> sorted = lines.values().stream().sorted().toList();
        assertThat(sorted).hasSizeGreaterThan(300);
        assertThat(sorted.get(sorted.size() / 2)).isLessThanOrEqualTo(MEDIAN_FILE);
        lines.values().removeIf(count -> count <= LONGEST_FILE);
        assertThat(lines).isEmpty();
    }

    @Test
    void keepsMethodsShort() throws IOException {
        Map<String, Long> lines = methods();
        List<Long> sorted = lines.values().stream().sorted().toList();
        assertThat(sorted).hasSizeGreaterThan(1_500);
        assertThat(sorted.get(sorted.size() * 9 / 10)).isLessThanOrEqualTo(MOST_METHODS);
        lines.values().removeIf(count -> count <= LONGEST_METHOD);
        assertThat(lines).isEmpty();
    }

    /** The lines between the braces of each method. */
    private static Map<String, Long> methods() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, Long> lines = new TreeMap<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources()));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new Methods(unit, positions, lines).scan(unit, null);
            }
        }
        return lines;
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : List.of("core", "reactive", "metrics", "testkit", "cli")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }

    /** Counts the lines of the methods of a file. */
    private static final class Methods extends TreePathScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final Map<String, Long> lines;

        private Methods(CompilationUnitTree unit, SourcePositions positions, Map<String, Long> lines) {
            this.unit = unit;
            this.positions = positions;
            this.lines = lines;
        }

        @Override
        public Void visitMethod(MethodTree method, Void none) {
            if (method.getBody() != null) {
                LineMap map = unit.getLineMap();
                long first = map.getLineNumber(positions.getStartPosition(unit, method.getBody()));
                long last = map.getLineNumber(positions.getEndPosition(unit, method.getBody()));
                String where = unit.getSourceFile().getName() + ":" + first + " " + method.getName();
                lines.put(where, Math.max(0, last - first - 1));
            }
            return super.visitMethod(method, null);
        }
    }
}

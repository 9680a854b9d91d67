package io.github.flexalerts.bulk;

import io.github.flexalerts.bulk.internal.file.OwnerFiles;
import io.github.flexalerts.bulk.internal.file.PlanLines;
import io.github.flexalerts.bulk.internal.file.SealedReader;
import io.github.flexalerts.bulk.internal.file.SealedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan in a file: NDJSON with a header, the changes, and a footer with counts and a SHA-256. It contains names and addresses,
 * so only its owner can read it. The methods block.
 */
public final class PlanFile {
    /** The format in the header. */
    public static final String FORMAT = "flex-alerts-plan";

    private PlanFile() {}

    /**
     * Writes a plan. The file appears under its name when it is complete.
     *
     * @param path the file
     * @param plan the plan
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(Path path, Plan plan) {
        try {
            OwnerFiles.replace(path, out -> write(out, plan));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a plan.
     *
     * @param path the file
     * @return the plan
     * @throws ExportFileException if the file is not a complete plan of a known version
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Plan read(Path path) {
        PlanLines.Reader reader = new PlanLines.Reader();
        try {
            return reader.plan(SealedReader.read(path, FORMAT, PlanLines.TYPES, reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns a plan as JSON members, for programs to read: counts, configurations, rules with the fields that change, the SIDs
     * of rules that are kept, and conflicts. It contains names and addresses.
     *
     * @param plan the plan
     * @return the members
     */
    public static Map<String, @Nullable Object> members(Plan plan) {
        return PlanLines.summary(plan);
    }

    static void write(OutputStream out, Plan plan) throws IOException {
        SealedWriter writer = new SealedWriter(out, PlanLines.TYPES);
        writer.header(FORMAT, PlanLines.header(plan));
        PlanLines.write(writer, plan);
        writer.footer();
    }
}

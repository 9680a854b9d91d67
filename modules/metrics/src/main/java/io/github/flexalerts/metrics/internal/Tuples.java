package io.github.flexalerts.metrics.internal;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A table of meters by operation and by what else its tags are made of, as a number. Rows are made when they are needed; a
 * meter that is there is found without a lock and without garbage.
 *
 * @param <M> the type of the meters
 */
public final class Tuples<M> {
    private final AtomicReferenceArray<@Nullable AtomicReferenceArray<@Nullable M>> rows;
    private final int columns;

    public Tuples(int rows, int columns) {
        this.rows = new AtomicReferenceArray<>(rows);
        this.columns = columns;
    }

    @Nullable
    public M get(int row, int column) {
        AtomicReferenceArray<@Nullable M> cells = rows.get(row);
        return cells == null ? null : cells.get(column);
    }

    /** Sets a cell; of one thread at a time. */
    public void set(int row, int column, M meter) {
        AtomicReferenceArray<@Nullable M> cells = rows.get(row);
        if (cells == null) {
            cells = new AtomicReferenceArray<>(columns);
            rows.set(row, cells);
        }
        cells.set(column, meter);
    }
}

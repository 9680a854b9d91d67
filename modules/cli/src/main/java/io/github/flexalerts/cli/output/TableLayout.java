package io.github.flexalerts.cli.output;

import io.github.flexalerts.cli.output.Column.Width;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Decides how wide each column of a table is in a window. */
public final class TableLayout {
    public static final int SID = 34;
    static final int GAP = 2;

    private TableLayout() {}

    /**
     * Returns the width of each column; 0 for a column that has no room. Columns of a low rank are shown first, those that are shown grow
     * together, and what is left is the last column's.
     */
    static int[] widths(List<? extends Column<?>> columns, int window) {
        int[] widths = new int[columns.size()];
        int[] byRank = IntStream.range(0, widths.length)
                .boxed()
                .sorted(Comparator.comparing(i -> columns.get(i).width().rank()))
                .mapToInt(i -> i)
                .toArray();
        long room = window;
        for (int i : byRank) {
            int least = columns.get(i).width().least();
            int taken = least + (room == window ? 0 : GAP);
            if (taken > room && room != window) {
                break;
            }
            widths[i] = least;
            room -= taken;
        }
        room = grow(columns, widths, room);
        int last = last(widths);
        if (columns.get(last).width().isCut() && !columns.get(last).width().isWhole()) {
            widths[last] += (int) Math.max(0, room);
        }
        return widths;
    }

    /** Shares the room out column by column; returns what is left when all are as wide as they may be. */
    private static long grow(List<? extends Column<?>> columns, int[] widths, long room) {
        long left = room;
        for (boolean grown = true; grown && left > 0; ) {
            grown = false;
            for (int i = 0; i < widths.length && left > 0; i++) {
                Width width = columns.get(i).width();
                if (widths[i] > 0 && widths[i] < width.most() && !width.isWhole()) {
                    widths[i]++;
                    left--;
                    grown = true;
                }
            }
        }
        for (int i = 0; i < widths.length; i++) {
            Width width = columns.get(i).width();
            if (width.isWhole() && widths[i] > 0 && width.most() - widths[i] <= left) {
                left -= width.most() - widths[i];
                widths[i] = width.most();
            }
        }
        return left;
    }

    private static int last(int[] widths) {
        int last = widths.length - 1;
        while (last > 0 && widths[last] == 0) {
            last--;
        }
        return last;
    }
}

package io.github.flexalerts.cli;

import io.github.flexalerts.cli.Column.Width;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Decides how wide each column of a table is in a window. */
final class TableLayout {
    static final int SID = 34;
    static final int GAP = 2;

    private TableLayout() {}

    /**
     * Returns the width of each column; 0 for a column that has no room. Columns of a low rank are shown and grow first; what is
     * left is the last column's.
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
        for (int i : byRank) {
            int more = widths[i] == 0 ? 0 : growth(columns.get(i).width(), room);
            widths[i] += more;
            room -= more;
        }
        int last = last(widths);
        if (columns.get(last).width().isCut() && !columns.get(last).width().isWhole()) {
            widths[last] += (int) Math.max(0, room);
        }
        return widths;
    }

    private static int growth(Width width, long room) {
        int wanted = width.most() - width.least();
        if (wanted <= room) {
            return wanted;
        }
        return width.isWhole() ? 0 : (int) Math.max(0, room);
    }

    private static int last(int[] widths) {
        int last = widths.length - 1;
        while (last > 0 && widths[last] == 0) {
            last--;
        }
        return last;
    }
}

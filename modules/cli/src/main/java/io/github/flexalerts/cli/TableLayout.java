package io.github.flexalerts.cli;

/**
 * How many columns each part of a table takes; 0 for a part that has no room. A SID is never cut, since a cut one is of no
 * use; the metric and the name share what is left.
 *
 * @param active columns of whether it is active
 * @param metric columns of the metric
 * @param name columns of the name, which comes last
 */
record TableLayout(int active, int metric, int name) {
    static final int SID = 34;
    static final int GAP = 2;

    private static final int ACTIVE = 6;
    private static final int LONGEST_METRIC = 29;
    private static final int LEAST = 8;

    /** Returns the layout for a window of so many columns. */
    static TableLayout of(int columns) {
        int room = columns - SID - GAP - ACTIVE;
        if (room < 0) {
            return new TableLayout(0, 0, 0);
        }
        int metric = Math.min(LONGEST_METRIC, (room - 2 * GAP) / 2);
        if (metric >= LEAST) {
            return new TableLayout(ACTIVE, metric, room - 2 * GAP - metric);
        }
        int alone = room - GAP;
        return new TableLayout(ACTIVE, alone >= LEAST ? alone : 0, 0);
    }
}

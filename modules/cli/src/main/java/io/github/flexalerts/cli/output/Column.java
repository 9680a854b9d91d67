package io.github.flexalerts.cli.output;

import io.github.flexalerts.cli.io.Colours;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table and of CSV.
 *
 * @param head its head in a table, and its name in {@code --columns}
 * @param member the member of the API that it shows, the head in CSV
 * @param width how wide it may be
 * @param cell makes the text of a cell in a table
 * @param colour colours the text of a cell
 * @param <T> the type of the items
 */
public record Column<T>(String head, String member, Width width, Cell<T> cell, UnaryOperator<String> colour) {

    /**
     * The width of a column.
     *
     * @param rank the greatest is left out first when the window is too narrow
     * @param least below this it is left out
     * @param most it grows up to this
     * @param isCut whether what is wider is cut; a SID that is cut is of no use
     * @param isWhole whether it has either its least width or its most
     */
    public record Width(int rank, int least, int most, boolean isCut, boolean isWhole) {
        public static Width cut(int rank, int least, int most) {
            return new Width(rank, least, most, true, false);
        }
    }

    /** Makes the text of a cell. */
    @FunctionalInterface
    public interface Cell<T> {
        /** Returns what to show of an item in so many columns of the window; null for nothing. */
        @Nullable
        Object of(T item, int width);
    }

    /** Returns a column of SIDs, which are never cut. */
    public static <T> Column<T> sid(String member, Function<T, @Nullable Object> value) {
        Width width = new Width(0, TableLayout.SID, TableLayout.SID, false, false);
        return new Column<>("SID", member, width, (item, room) -> value.apply(item), UnaryOperator.identity());
    }

    /** Returns a column of anything else. */
    public static <T> Column<T> of(String head, String member, Width width, Function<T, @Nullable Object> value) {
        return new Column<>(head, member, width, (item, room) -> value.apply(item), UnaryOperator.identity());
    }

    /** Returns a column of whether something is active. */
    public static <T> Column<T> active(String member, Function<T, @Nullable Boolean> value) {
        return new Column<>(
                "ACTIVE",
                member,
                Width.cut(1, 6, 6),
                (item, room) -> yesOrNo(value.apply(item)),
                text -> text.startsWith("yes") ? Colours.GREEN.of(text) : Colours.FAINT.of(text));
    }

    /** Returns yes, no, or null for neither. */
    public static @Nullable String yesOrNo(@Nullable Boolean flag) {
        return flag == null ? null : flag ? "yes" : "no";
    }
}

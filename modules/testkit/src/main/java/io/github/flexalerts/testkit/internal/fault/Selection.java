package io.github.flexalerts.testkit.internal.fault;

import io.github.flexalerts.testkit.internal.http.Operation;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a fault applies to: {@code OPERATIONS}, {@code WHEN}, or {@code OPERATIONS:WHEN}.
 *
 * @param operations the operations it is limited to, or none for every request
 * @param first the first matching request, from 1
 * @param last the last matching request
 * @param every every how many of them
 * @param percent out of a hundred of them, drawn from the seed
 */
public record Selection(Set<Operation> operations, long first, long last, long every, int percent) {

    static final Selection ALL = new Selection(Set.of(), 1, Long.MAX_VALUE, 1, 100);

    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(-(\\d{1,9})?)?");
    private static final Pattern EVERY = Pattern.compile("every(\\d{1,9})");
    private static final Pattern RATE = Pattern.compile("(\\d{1,3})%");

    public Selection {
        operations = Set.copyOf(operations);
        check(first >= 1 && last >= first, "requests are counted from 1, was " + first + "-" + last);
        check(every >= 1, "every must be 1 or more, was " + every);
        check(percent >= 1 && percent <= 100, "the rate must be between 1% and 100%, was " + percent + "%");
    }

    private static void check(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }

    public static Selection parse(String text) {
        int colon = text.indexOf(':');
        if (colon >= 0) {
            return ALL.on(text.substring(0, colon).split(",", -1)).when(text.substring(colon + 1));
        }
        return text.contains(".") ? ALL.on(text.split(",", -1)) : ALL.when(text);
    }

    public Selection on(String... ids) {
        Set<Operation> chosen = EnumSet.noneOf(Operation.class);
        Arrays.stream(ids).map(Operation::of).forEach(chosen::add);
        return new Selection(chosen, first, last, every, percent);
    }

    public Selection requests(long from, long to) {
        return new Selection(operations, from, to, 1, 100);
    }

    public Selection every(long n) {
        return new Selection(operations, 1, Long.MAX_VALUE, n, 100);
    }

    public Selection rate(int outOfHundred) {
        return new Selection(operations, 1, Long.MAX_VALUE, 1, outOfHundred);
    }

    private Selection when(String text) {
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            long from = Long.parseLong(range.group(1));
            String to = range.group(3);
            long open = range.group(2) == null ? from : Long.MAX_VALUE;
            return requests(from, to == null ? open : Long.parseLong(to));
        }
        Matcher nth = EVERY.matcher(text);
        if (nth.matches()) {
            return every(Long.parseLong(nth.group(1)));
        }
        Matcher share = RATE.matcher(text);
        if (share.matches()) {
            return rate(Integer.parseInt(share.group(1)));
        }
        throw new IllegalArgumentException("the selection must be like 3, 2-4, 2-, every3 or 10%, was " + text);
    }

    boolean matches(@Nullable Operation operation) {
        return operations.isEmpty() || (operation != null && operations.contains(operation));
    }

    /** Decides over the {@code n}-th matching request, the same way every time for the same seed. */
    boolean picks(long n, long seed) {
        return n >= first
                && n <= last
                && n % every == 0
                && (percent == 100 || new SplittableRandom(seed + 0x9E3779B97F4A7C15L * n).nextInt(100) < percent);
    }

    @Override
    public String toString() {
        String where = operations.stream().sorted().map(Operation::id).collect(Collectors.joining(","));
        String when = whenText();
        return where + (where.isEmpty() || when.isEmpty() ? "" : ":") + when;
    }

    private String whenText() {
        if (percent < 100) {
            return percent + "%";
        }
        if (every > 1) {
            return "every" + every;
        }
        if (last == Long.MAX_VALUE) {
            return first == 1 ? "" : first + "-";
        }
        return first == last ? Long.toString(first) : first + "-" + last;
    }
}

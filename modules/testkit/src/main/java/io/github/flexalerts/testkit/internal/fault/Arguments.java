package io.github.flexalerts.testkit.internal.fault;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers, durations and sizes as the arguments of faults write them. */
public final class Arguments {

    private static final Pattern DURATION = Pattern.compile("(-?\\d{1,9})(ms|s|m|h)");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,12})(B|KB|MB|GB)?");

    private Arguments() {}

    public static String orElse(String argument, String preset) {
        return argument.isEmpty() ? preset : argument;
    }

    public static int positive(String text) {
        Matcher number = Pattern.compile("[1-9]\\d{0,8}").matcher(text);
        if (!number.matches()) {
            throw new IllegalArgumentException("must be a whole number from 1, was " + text);
        }
        return Integer.parseInt(text);
    }

    public static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a duration must be like 200ms, 5s, 2m or 1h, was " + text);
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }

    static Duration wait(String text) {
        return checkedWait(duration(text));
    }

    public static Duration checkedWait(Duration wait) {
        if (wait.isNegative()) {
            throw new IllegalArgumentException("the duration must not be negative, was " + text(wait));
        }
        return wait;
    }

    public static String text(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }

    public static long size(String text) {
        Matcher matcher = SIZE.matcher(text.toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a size must be like 512, 64KB, 200MB or 4GB, was " + text);
        }
        String unit = matcher.group(2) == null ? "B" : matcher.group(2);
        return Long.parseLong(matcher.group(1)) << (10 * "BKMG".indexOf(unit.charAt(0)));
    }

    public static int checkedPositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be 1 or more, was " + value);
        }
        return value;
    }
}

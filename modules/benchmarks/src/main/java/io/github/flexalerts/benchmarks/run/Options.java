package io.github.flexalerts.benchmarks.run;

import io.github.flexalerts.benchmarks.client.Clients;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a run goes; each is an option {@code --name=value}.
 *
 * @param rounds how often each client does each scenario; 7 by default
 * @param warmup how long each client does so before the first round, in s; 15 by default
 * @param roundTime how long a round is for each client, in ms; 2000 by default
 * @param scenarios which, with commas between; all by default
 * @param clients which, with commas between; all by default
 * @param decode how often the decode benchmarks run; 5 by default, 0 for not at all
 * @param heap how often the small heaps are tried; 3 by default, 0 for not at all
 * @param docs where the report goes; {@code docs} by default
 */
record Options(
        int rounds,
        Duration warmup,
        Duration roundTime,
        List<Scenario> scenarios,
        List<Clients> clients,
        int decode,
        int heap,
        Path docs) {

    private static final Pattern OPTION =
            Pattern.compile("--(rounds|warmup|round|scenarios|clients|decode|heap|docs)=(.+)");

    static Options of(List<String> arguments) {
        Map<String, String> given = arguments.stream()
                .map(Options::option)
                .collect(Collectors.toMap(option -> option.group(1), option -> option.group(2)));
        return new Options(
                number(given, "rounds", 7),
                Duration.ofSeconds(number(given, "warmup", 15)),
                Duration.ofMillis(number(given, "round", 2000)),
                list(given.get("scenarios"), Scenario.values(), Scenario::valueOf),
                list(given.get("clients"), Clients.values(), Clients::of),
                number(given, "decode", 5),
                number(given, "heap", 3),
                Path.of(given.getOrDefault("docs", "docs")));
    }

    private static Matcher option(String argument) {
        Matcher option = OPTION.matcher(argument);
        if (!option.matches()) {
            throw new IllegalArgumentException("not an option: " + argument);
        }
        return option;
    }

    private static int number(Map<String, String> given, String name, int otherwise) {
        String value = given.getOrDefault(name, Integer.toString(otherwise));
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--" + name + " must be a number, was " + value, e);
        }
    }

    private static <T> List<T> list(@Nullable String names, T[] all, Function<String, T> named) {
        return names == null
                ? List.of(all)
                : Arrays.stream(names.split(",", -1)).map(named).toList();
    }

    String jmhIterations() {
        return warmup.toSeconds() < 15 ? "1" : "4";
    }
}

package io.github.flexalerts.benchmarks.run;

import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.FakeFlexBuilder;
import io.github.flexalerts.testkit.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The fake service of a fleet in a process of its own. It checks the instances when it is asked to. */
public final class FleetServer {
    private FleetServer() {}

    /** Returns the instance of a target. */
    static String instance(int i) {
        return "GO%032x".formatted(i + 1);
    }

    /**
     * Serves until the standard input ends.
     *
     * @param arguments the number of targets and of rules
     * @throws IOException if the standard input cannot be read
     */
    @SuppressWarnings("SystemOut") // the other process reads it
    public static void serve(List<String> arguments) throws IOException {
        int targets = Integer.parseInt(arguments.get(0));
        int rules = Integer.parseInt(arguments.get(1));
        FakeFlexBuilder settings = FakeFlex.builder()
                .unlimitedRules()
                .inject(
                        Fault.parse("delay=2ms"),
                        Fault.parse("status@rules.create:2%=429,retry-after=0"),
                        Fault.parse("created-then-reset@rules.create:1%"),
                        Fault.parse("reset-before-headers@rules.list:2%"),
                        Fault.parse("status@rules.list:2%=503"));
        for (int i = 0; i < targets; i++) {
            settings.instance(instance(i));
        }
        FakeFlex flex = settings.start();
        System.out.println("fleet " + flex.baseUrl() + " " + flex.accountSid() + " " + flex.authToken());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            int complete = 0;
            int wrong = 0;
            for (int i = 0; i < targets; i++) {
                long names = flex.rules(instance(i)).stream()
                        .map(rule -> rule.get("rule_friendly_name"))
                        .distinct()
                        .count();
                int size = flex.rules(instance(i)).size();
                complete += size == rules && names == rules ? 1 : 0;
                wrong += size != 0 && (size != rules || names != rules) ? 1 : 0;
            }
            System.out.println("state complete " + complete + ", empty " + (targets - complete - wrong) + ", wrong "
                    + wrong + ", most requests at once " + flex.maxInFlight());
        }
        Runtime.getRuntime().halt(0);
    }
}

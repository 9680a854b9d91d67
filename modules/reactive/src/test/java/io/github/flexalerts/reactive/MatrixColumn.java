package io.github.flexalerts.reactive;

import io.github.flexalerts.testkit.FakeFlex;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** A column of the fault matrix: what is called, what it is to return, and how to see at the service that it was done. */
interface MatrixColumn {

    /** All columns: those of the rules, and those of the other resources. */
    static List<MatrixColumn> all() {
        return Stream.<MatrixColumn>concat(Stream.of(MatrixOperation.values()), Stream.of(MatrixResource.values()))
                .toList();
    }

    String label();

    /** The only operation that the fault befalls, null for any. */
    @Nullable
    String befallen();

    /** The column of {@code classes.txt} that says what is to come of it. */
    int expectation();

    boolean writes();

    boolean lists();

    /** Whether it sends requests of one operation only, all of them attempts of one call. */
    boolean oneCall();

    /** Makes ready what is called on, before the fault is there. */
    default void prepare(Scene scene) {}

    Publisher<?> call(Scene scene);

    /** Names what was returned: {@code ok}, {@code short} for a listing without all items, or {@code half} for half of it. */
    String value(List<?> returned, Scene scene);

    /** Fails unless these are the first items of the listing, in order and once. */
    void assertFirstItems(List<?> returned, Scene scene);

    /** Whether the service did what was asked, and nothing else; fails if it did half of it, or did it twice. */
    boolean done(Scene scene, State before);

    /**
     * What is called and what is there.
     *
     * @param client the client
     * @param flex the service
     * @param sid the rule that calls are about
     * @param sids all rules
     * @param ttid the notification configuration that calls are about
     */
    record Scene(FlexAlertsClient client, FakeFlex flex, String sid, List<String> sids, String ttid) {}

    /**
     * What the service holds.
     *
     * @param rules its rules
     * @param configurations its notification configurations
     */
    record State(List<Map<String, @Nullable Object>> rules, List<Map<String, @Nullable Object>> configurations) {
        static State of(FakeFlex flex) {
            return new State(flex.rules(), flex.notificationConfigurations());
        }
    }
}

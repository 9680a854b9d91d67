package io.github.flexalerts.testkit.internal.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.flexalerts.testkit.internal.http.Json;
import io.github.flexalerts.testkit.internal.http.Query;
import io.github.flexalerts.testkit.internal.service.RuleView;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreTest {

    private static final View ALL = RuleView.of(Query.of("/"));
    private static final View ACTIVE = RuleView.of(Query.of("/?Active=true"));

    private final Store store = new Store();

    @BeforeEach
    void addTwo() {
        store.addOwner("GO1");
        store.addOwner("GO2");
        store.add("GO1", "QY1", Json.object().put("active", true));
        store.add("GO1", "QY2", Json.object().put("active", false));
    }

    @Test
    void filtersAndSortsOnceForAllPagesOfAList() {
        List<Stored> all = store.view("GO1", ALL);
        List<Stored> active = store.view("GO1", ACTIVE);

        assertThat(active).extracting(Stored::key).containsExactly("QY1");
        assertThat(store.view("GO1", RuleView.of(Query.of("/?PageSize=7&Page=3"))))
                .isSameAs(all);
        assertThat(store.view("GO1", ACTIVE)).isSameAs(active);
    }

    @Test
    void looksAnewWhenSomethingChanged() {
        List<Stored> all = store.view("GO1", ALL);

        store.add("GO1", "QY3", Json.object());
        assertThat(store.view("GO1", ALL)).extracting(Stored::key).containsExactly("QY1", "QY2", "QY3");
        store.replace("GO1", "QY2", Json.object().put("active", true));
        assertThat(store.view("GO1", ACTIVE)).extracting(Stored::key).containsExactly("QY1", "QY2");
        store.remove("GO1", "QY1");
        assertThat(store.view("GO1", ALL)).extracting(Stored::key).containsExactly("QY2", "QY3");
        store.clear();
        assertThat(store.view("GO1", ALL)).isEmpty();
        assertThat(all).extracting(Stored::key).containsExactly("QY1", "QY2");
    }

    @Test
    void keepsAFewViewsOnly() {
        List<Stored> all = store.view("GO1", ALL);
        for (int i = 0; i < 20; i++) {
            store.view("GO1", RuleView.of(Query.of("/?MetricId=" + i)));
        }

        assertThat(store.view("GO1", ALL)).isNotSameAs(all).isEqualTo(all);
    }

    @Test
    void limitsWhatAllOwnersHoldOrEachOfThem() {
        assertThat(store.addWithin(2, "GO2", "QY3", Json.object())).isFalse();
        assertThat(store.addWithinEach(1, "GO2", "QY3", Json.object())).isTrue();
        assertThat(store.addWithinEach(1, "GO2", "QY4", Json.object())).isFalse();
        assertThat(store.addWithin(-1, "GO2", "QY4", Json.object())).isTrue();
    }

    @Test
    void refusesUnknownOwners() {
        assertThat(store.knows("GO3")).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.all("GO3"))
                .withMessage("instance GO3 is unknown, add it first");
    }
}

package io.github.flexalerts.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.testkit.FakeFlex;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** The columns of the rules. */
@SuppressWarnings("EnumOrdinal") // they are the first columns of the expectations, in this order
public enum MatrixOperation implements MatrixColumn {
    CREATE("create", null, Effect.ADDS) {
        @Override
        public Publisher<?> call(RuleOperations rules, String sid) {
            return rules.create(RuleOperationsTest.spec(NAME));
        }
    },
    LIST("list", null, Effect.NONE) {
        @Override
        public Publisher<?> call(RuleOperations rules, String sid) {
            return rules.list(PAGES_OF_TWO);
        }
    },
    PAGES("pages", null, Effect.NONE) {
        @Override
        public Publisher<?> call(RuleOperations rules, String sid) {
            return rules.pages(PAGES_OF_TWO).flatMapIterable(page -> page.items(), 1);
        }
    },
    FETCH("fetch", null, Effect.NONE) {
        @Override
        public Publisher<?> call(RuleOperations rules, String sid) {
            return rules.fetch(sid);
        }
    },
    UPDATE("update", null, Effect.RENAMES) {
        @Override
        public Publisher<?> call(RuleOperations rules, String sid) {
            return rules.update(sid, RuleOperationsTest.spec(NAME));
        }
    },
    DELETE("delete", null, Effect.REMOVES) {
        @Override
        public Publisher<?> call(RuleOperations rules, String sid) {
            return rules.delete(sid);
        }
    },
    MODIFY("modify", null, Effect.RENAMES) {
        @Override
        public Publisher<?> call(RuleOperations rules, String sid) {
            return rename(rules, sid);
        }
    },
    MODIFY_AT_UPDATE("modify@update", "rules.update", Effect.RENAMES) {
        @Override
        public Publisher<?> call(RuleOperations rules, String sid) {
            return rename(rules, sid);
        }
    },
    CREATE_IF_ABSENT("createIfAbsent", null, Effect.ADDS) {
        @Override
        public Publisher<?> call(RuleOperations rules, String sid) {
            return createIfAbsent(rules);
        }
    },
    CREATE_IF_ABSENT_AT_CREATE("createIfAbsent@create", "rules.create", Effect.ADDS) {
        @Override
        public Publisher<?> call(RuleOperations rules, String sid) {
            return createIfAbsent(rules);
        }
    };

    /** What a write does to the rules of the service. */
    private enum Effect {
        NONE,
        ADDS,
        RENAMES,
        REMOVES
    }

    /** The name that writes give to a rule; it must show up nowhere else. */
    static final String NAME = "confidential-name";

    private static final RuleQuery PAGES_OF_TWO =
            RuleQuery.builder().pageSize(2).build();

    private final String label;
    private final @Nullable String befallen;
    private final Effect effect;

    MatrixOperation(String label, @Nullable String befallen, Effect effect) {
        this.label = label;
        this.befallen = befallen;
        this.effect = effect;
    }

    public abstract Publisher<?> call(RuleOperations rules, String sid);

    @Override
    public Publisher<?> call(Scene scene) {
        return call(scene.client().rules(), scene.sid());
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public @Nullable String befallen() {
        return befallen;
    }

    @Override
    public int expectation() {
        return ordinal();
    }

    @Override
    public boolean lists() {
        return this == LIST || this == PAGES;
    }

    @Override
    public boolean writes() {
        return effect != Effect.NONE;
    }

    @Override
    public boolean oneCall() {
        return this == CREATE || this == FETCH || this == UPDATE || this == DELETE;
    }

    @Override
    public String value(List<?> returned, Scene scene) {
        List<String> all = scene.sids();
        switch (this) {
            case LIST, PAGES -> {
                assertInOrder(returned, all);
                return returned.size() == all.size() ? "ok" : "short";
            }
            case DELETE -> assertThat(returned).isEmpty();
            case CREATE_IF_ABSENT, CREATE_IF_ABSENT_AT_CREATE -> {
                assertThat(returned).hasSize(1);
                assertThat(((Creation) returned.get(0)).created()).isTrue();
            }
            case CREATE -> assertThat(returned).hasSize(1);
            default -> assertInOrder(returned, List.of(scene.sid()));
        }
        return "ok";
    }

    @Override
    public void assertFirstItems(List<?> returned, Scene scene) {
        assertInOrder(returned, scene.sids());
    }

    /** No rule twice, none left out before the last one. A fault may have taken the SIDs themselves away. */
    private static void assertInOrder(List<?> returned, List<String> all) {
        assertThat(returned).hasSizeLessThanOrEqualTo(all.size());
        for (int i = 0; i < returned.size(); i++) {
            String sid = ((Rule) returned.get(i)).sid();
            assertThat(sid).isIn(all.get(i), null);
        }
    }

    @Override
    public boolean done(Scene scene, State state) {
        String sid = scene.sid();
        FakeFlex flex = scene.flex();
        List<Map<String, @Nullable Object>> before = state.rules();
        List<Map<String, @Nullable Object>> now = flex.rules();
        if (now.equals(before)) {
            return effect == Effect.NONE;
        }
        switch (effect) {
            case NONE -> assertThat(now).isEqualTo(before);
            case ADDS -> {
                assertThat(now).hasSize(before.size() + 1).containsAll(before);
                assertThat(now.get(before.size())).containsEntry("rule_friendly_name", NAME);
            }
            case RENAMES -> {
                assertThat(flex.rule(sid)).containsEntry("rule_friendly_name", NAME);
                assertThat(others(now, sid)).isEqualTo(others(before, sid));
            }
            case REMOVES -> assertThat(now).isEqualTo(others(before, sid));
        }
        return true;
    }

    private static List<Map<String, @Nullable Object>> others(List<Map<String, @Nullable Object>> rules, String sid) {
        return rules.stream()
                .filter(rule -> !Objects.equals(rule.get("sid"), sid))
                .toList();
    }

    private static Publisher<?> rename(RuleOperations rules, String sid) {
        return rules.modify(sid, spec -> spec.toBuilder().friendlyName(NAME).build());
    }

    private static Publisher<?> createIfAbsent(RuleOperations rules) {
        return rules.createIfAbsent(RuleOperationsTest.spec(NAME));
    }
}

package io.github.flexalerts.metrics;

import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.reactive.RuleOperations;
import java.util.function.BiFunction;
import org.reactivestreams.Publisher;

/** Every operation once. */
@SuppressWarnings("ImmutableEnumChecker") // of lambdas without state
enum Calls {
    CREATE((rules, sid) -> rules.create(Service.spec("confidential-" + sid))),
    LIST((rules, sid) -> rules.list(RuleQuery.builder().pageSize(2).build())),
    PAGES((rules, sid) -> rules.pages(RuleQuery.builder().pageSize(2).build())),
    FETCH(RuleOperations::fetch),
    UPDATE((rules, sid) -> rules.update(sid, Service.spec("confidential-" + sid))),
    DELETE(RuleOperations::delete),
    MODIFY((rules, sid) -> rules.modify(sid, spec -> Service.spec("confidential-" + sid))),
    CREATE_IF_ABSENT((rules, sid) -> rules.createIfAbsent(Service.spec("confidential-" + sid)));

    private final BiFunction<RuleOperations, String, Publisher<?>> call;

    Calls(BiFunction<RuleOperations, String, Publisher<?>> call) {
        this.call = call;
    }

    Publisher<?> of(RuleOperations rules, String sid) {
        return call.apply(rules, sid);
    }
}

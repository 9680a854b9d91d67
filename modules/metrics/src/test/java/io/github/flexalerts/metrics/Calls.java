package io.github.flexalerts.metrics;

import io.github.flexalerts.core.alert.AlertPlan;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.notification.Emails;
import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.reactive.FlexAlertsClient;
import java.util.function.BiFunction;
import org.reactivestreams.Publisher;

/** Every operation on rules once, and every workflow. */
@SuppressWarnings("ImmutableEnumChecker") // of lambdas without state
enum Calls {
    CREATE((client, sid) -> client.rules().create(Service.spec("confidential-" + sid))),
    LIST((client, sid) -> client.rules().list(twoAPage())),
    PAGES((client, sid) -> client.rules().pages(twoAPage())),
    FETCH((client, sid) -> client.rules().fetch(sid)),
    UPDATE((client, sid) -> client.rules().update(sid, Service.spec("confidential-" + sid))),
    DELETE((client, sid) -> client.rules().delete(sid)),
    MODIFY((client, sid) -> client.rules().modify(sid, spec -> Service.spec("confidential-" + sid))),
    CREATE_IF_ABSENT((client, sid) -> client.rules().createIfAbsent(Service.spec("confidential-" + sid))),
    CREATE_ALERT((client, sid) -> client.alerts().create(plan(sid, Service.QUEUE))),
    CREATE_ALERT_ON_NO_QUEUE((client, sid) -> client.alerts().create(plan(sid, "confidential"))),
    DESCRIBE_ALERT((client, sid) -> client.alerts().describe(sid)),
    UPDATE_ALERT((client, sid) -> client.alerts().update(sid, plan(sid, Service.QUEUE))),
    DELETE_ALERT((client, sid) -> client.alerts().delete(sid));

    private final BiFunction<FlexAlertsClient, String, Publisher<?>> call;

    Calls(BiFunction<FlexAlertsClient, String, Publisher<?>> call) {
        this.call = call;
    }

    Publisher<?> of(FlexAlertsClient client, String sid) {
        return call.apply(client, sid);
    }

    private static RuleQuery twoAPage() {
        return RuleQuery.builder().pageSize(2).build();
    }

    private static AlertPlan plan(String sid, String queue) {
        RuleSpec rule = Service.spec("confidential-" + sid).toBuilder()
                .taskChannelSid("voice")
                .taskQueueSids(queue)
                .build();
        return AlertPlan.of(
                rule,
                Destinations.builder()
                        .emails(Emails.of("confidential@example.com"))
                        .build());
    }
}

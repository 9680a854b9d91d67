package io.github.flexalerts.cli.doctor;

import io.github.flexalerts.cli.io.InputException;
import io.github.flexalerts.cli.io.Text;
import io.github.flexalerts.cli.lookup.Workspace;
import io.github.flexalerts.cli.settings.Settings;
import io.github.flexalerts.core.configuration.FlexConfiguration;
import io.github.flexalerts.core.error.AccessDeniedException;
import io.github.flexalerts.core.error.ApiException;
import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.core.error.NotFoundException;
import io.github.flexalerts.core.error.SaturatedException;
import io.github.flexalerts.core.error.TransportException;
import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.reactive.ClientInstrumentation;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.github.flexalerts.reactive.RetryPolicy;
import io.github.flexalerts.reactive.transport.NettyTransport;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Makes one call of each kind and reports which fail. */
final class Doctor {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final int UNAUTHORIZED = 401;
    private static final int THROTTLED = 429;

    /** Nobody has it: 404 proves that one may ask. */
    private static final String NO_CONFIGURATION = "flex_notificationconfiguration_00000000000000000000000000";

    private final CheckUp checks;
    private final Settings settings;
    private final ClientInstrumentation instrumentation;

    Doctor(CheckUp checks, Settings settings, ClientInstrumentation instrumentation) {
        this.checks = checks;
        this.settings = settings;
        this.instrumentation = instrumentation;
    }

    /** Makes all checks that make sense after those before. */
    void examine() {
        NettyTransport transport = settings.network().transport().build();
        try (ServerClock wire = new ServerClock(transport);
                FlexAlertsClient client = settings.builder(0)
                        .transport(wire)
                        .instrumentation(instrumentation)
                        .retry(RetryPolicy.none())
                        .attemptTimeout(PATIENCE)
                        .operationTimeout(PATIENCE)
                        .build()) {
            AtomicReference<@Nullable FlexConfiguration> found = new AtomicReference<>();
            FlexAlertsException error = checks.call(client.configuration().doOnNext(found::set));
            new ProxyCheck(checks, settings, transport).report(error);
            if (ProxyCheck.isOfTheProxy(error)) {
                return;
            }
            if (error instanceof TransportException || error instanceof SaturatedException) {
                checks.fail("reachability", error);
                return;
            }
            checks.ok("reachability", "the service answers");
            clock(wire.ahead());
            if (credentials(error)) {
                account(found.get());
                instance(client, found.get());
                permissions(client);
            }
        }
    }

    private void clock(@Nullable Duration ahead) {
        if (ahead == null) {
            checks.skip("clock", "the answer has no Date header to compare with");
        } else if (ahead.abs().compareTo(SKEW) > 0) {
            checks.fail(
                    "clock",
                    "this machine's is " + Text.duration(ahead.abs()) + " " + (ahead.isNegative() ? "behind" : "ahead")
                            + "; set it, as by NTP");
        } else {
            checks.ok("clock", "within " + SKEW.toSeconds() + " s of the service's");
        }
    }

    private boolean credentials(@Nullable FlexAlertsException error) {
        if (error instanceof ApiException answer && answer.status() == UNAUTHORIZED) {
            checks.fail("credentials", answer);
            return false;
        }
        if (error == null) {
            checks.ok("credentials", "the service knows them");
        } else if (error instanceof AccessDeniedException) {
            checks.fail("credentials", error);
        } else {
            checks.fail(isOfTheService(error) ? "service" : "base URL", error);
            checks.skip("credentials", "the service did not say whether it knows them");
        }
        return true;
    }

    private static boolean isOfTheService(FlexAlertsException error) {
        return error instanceof ApiException answer && (answer.status() >= 500 || answer.status() == THROTTLED);
    }

    /** Notification configurations are asked for in the name of the account that is set. */
    private void account(@Nullable FlexConfiguration found) {
        String actual = found == null ? null : found.accountSid();
        String set = settings.places().accountSid();
        if (actual == null || set == null) {
            return;
        }
        if (actual.equals(set)) {
            checks.ok("account", "is that of the credentials");
        } else {
            checks.fail("account", "the credentials are of " + actual + "; set TWILIO_ACCOUNT_SID to it");
        }
    }

    private void instance(FlexAlertsClient client, @Nullable FlexConfiguration found) {
        String actual = found == null ? null : found.instanceSid();
        if (actual != null && !actual.equals(client.instanceSid())) {
            checks.fail("instance", "the account's is " + actual + "; set FLEX_INSTANCE_SID (or --instance) to it");
            return;
        }
        FlexAlertsException error = checks.call(oneRule(client));
        if (error instanceof NotFoundException) {
            checks.fail("instance", error);
        } else if (actual != null || error == null) {
            checks.ok("instance", "is there");
        } else {
            checks.skip("instance", "nothing could be read of it, see below");
        }
    }

    private void permissions(FlexAlertsClient client) {
        checks.check("rules", oneRule(client));
        try {
            settings.places().requireAccount();
            checks.check(
                    "notifications",
                    client.notificationConfigurations()
                            .fetch(NO_CONFIGURATION)
                            .onErrorComplete(NotFoundException.class));
        } catch (InputException e) {
            checks.fail("notifications", String.valueOf(e.getMessage()));
        }
        checks.check("users", client.users().list().take(1));
        Mono<String> workspace = Workspace.sid(client, settings.places().workspaceSid());
        checks.check(
                "queues",
                workspace.flatMapMany(sid -> client.taskQueues(sid).list().take(1)));
        checks.check(
                "channels",
                workspace.flatMapMany(sid -> client.taskChannels(sid).list().take(1)));
    }

    private static Mono<?> oneRule(FlexAlertsClient client) {
        return client.rules()
                .list(RuleQuery.builder().pageSize(1).build())
                .take(1)
                .next();
    }
}

package io.github.flexalerts.testkit.internal.service;

import io.github.flexalerts.testkit.internal.http.Answer;
import io.github.flexalerts.testkit.internal.http.Exchange;
import io.github.flexalerts.testkit.internal.http.Operation;
import io.github.flexalerts.testkit.internal.http.Refusal;
import io.github.flexalerts.testkit.internal.http.Resource;
import io.github.flexalerts.testkit.internal.http.Route;
import io.github.flexalerts.testkit.internal.list.Store;

/** All that the service has, and the way to what a request is for. */
public final class Resources {

    private final Store ruleStore = new Store();
    private final Store notificationStore = new Store();
    private final Store userStore = new Store();
    private final Store queueStore = new Store();
    private final Store channelStore = new Store();
    private final RuleService rules;
    private final NotificationService notifications;
    private final UserService users;
    private final TaskRouterService taskRouter;
    private final ConfigurationService configuration;
    private final TokenService tokens;

    Resources(Settings settings) {
        this.rules = new RuleService(settings, ruleStore);
        this.notifications = new NotificationService(settings, notificationStore);
        this.users = new UserService(settings, userStore);
        this.taskRouter = new TaskRouterService(settings, queueStore, channelStore);
        this.configuration = new ConfigurationService(settings);
        this.tokens = new TokenService(settings);
        queueStore.addOwner(settings.workspaceSid());
        channelStore.addOwner(settings.workspaceSid());
        addInstance(settings.instanceSid());
        settings.moreInstances().forEach(this::addInstance);
        rules.seed(settings.instanceSid(), settings.seeds().rules());
        users.seed(settings.instanceSid(), settings.seeds().users());
        taskRouter.seed();
    }

    public void addInstance(String sid) {
        ruleStore.addOwner(sid);
        notificationStore.addOwner(sid);
        userStore.addOwner(sid);
    }

    public Store ruleStore() {
        return ruleStore;
    }

    public Store notificationStore() {
        return notificationStore;
    }

    public Store userStore() {
        return userStore;
    }

    public UserService users() {
        return users;
    }

    public Store queueStore() {
        return queueStore;
    }

    public Store channelStore() {
        return channelStore;
    }

    public TaskRouterService taskRouter() {
        return taskRouter;
    }

    public TokenService tokens() {
        return tokens;
    }

    public RuleService rules() {
        return rules;
    }

    /** Answers a request whose caller is known, or throws a {@link Refusal}. */
    Answer answer(Exchange exchange) {
        Route route = exchange.route();
        Operation operation = route.operation();
        if (operation == null && !route.allowed().isEmpty()) {
            return Refusal.methodNotAllowed(exchange.method())
                    .answer()
                    .header("Allow", String.join(", ", route.allowed()));
        }
        if (operation == null || !knows(operation.resource(), route.owner())) {
            throw Refusal.notFound(exchange.path());
        }
        return service(operation.resource()).answer(exchange, operation);
    }

    private boolean knows(Resource resource, String owner) {
        return switch (resource) {
            case RULES, NOTIFICATIONS, USERS -> ruleStore.knows(owner);
            case QUEUES, CHANNELS -> queueStore.knows(owner);
            case CONFIGURATION, TOKEN -> true;
        };
    }

    private ResourceService service(Resource resource) {
        return switch (resource) {
            case RULES -> rules;
            case NOTIFICATIONS -> notifications;
            case USERS -> users;
            case QUEUES, CHANNELS -> taskRouter;
            case CONFIGURATION -> configuration;
            case TOKEN -> tokens;
        };
    }
}

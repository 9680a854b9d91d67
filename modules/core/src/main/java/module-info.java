/** The vocabulary of Flex alerts. */
module io.github.flexalerts.core {
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.annotation;

    exports io.github.flexalerts.core.alert;
    exports io.github.flexalerts.core.configuration;
    exports io.github.flexalerts.core.error;
    exports io.github.flexalerts.core.notification;
    exports io.github.flexalerts.core.page;
    exports io.github.flexalerts.core.query;
    exports io.github.flexalerts.core.rule;
    exports io.github.flexalerts.core.taskrouter;
    exports io.github.flexalerts.core.user;

    opens io.github.flexalerts.core.configuration;
    opens io.github.flexalerts.core.notification;
    opens io.github.flexalerts.core.page;
    opens io.github.flexalerts.core.rule;
    opens io.github.flexalerts.core.taskrouter;
    opens io.github.flexalerts.core.user;
}

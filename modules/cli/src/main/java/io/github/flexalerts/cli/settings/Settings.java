package io.github.flexalerts.cli.settings;

import io.github.flexalerts.cli.io.CredentialVariables;
import io.github.flexalerts.cli.io.InputException;
import io.github.flexalerts.cli.io.Variables;
import io.github.flexalerts.reactive.ClientInstrumentation;
import io.github.flexalerts.reactive.Credentials;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.github.flexalerts.reactive.FlexAlertsClientBuilder;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who calls which instance where: of the environment and of options, which win. Secrets have no option, since a command
 * line is for everybody to see.
 *
 * @param credentials who calls; an API key rather than an auth token if both are set
 * @param instanceSid the Flex instance
 * @param baseUrl where the service is; null for the documented place
 * @param places what only some commands need
 * @param network how the service is reached
 */
public record Settings(
        Credentials credentials,
        String instanceSid,
        @Nullable URI baseUrl,
        Places places,
        Network network) {
    /** Reads the settings, or throws an {@link InputException} that names all that is missing. */
    public static Settings of(Map<String, String> environment, ServiceOptions options) {
        Map<String, String> env = options.profile == null
                ? environment
                : Profiles.read(environment).get(options.profile).env(environment);
        List<String> missing = new ArrayList<>();
        boolean key = CredentialVariables.usesKey(env);
        if (!key
                && (CredentialVariables.isUnset(env, CredentialVariables.ACCOUNT)
                        || CredentialVariables.isUnset(env, CredentialVariables.TOKEN))) {
            missing.add(CredentialVariables.missing(env));
        }
        String instance = either(options.instance, get(env, "FLEX_INSTANCE_SID"));
        if (instance == null) {
            missing.add("FLEX_INSTANCE_SID (or --instance)");
        }
        if (instance == null || !missing.isEmpty()) {
            throw new InputException("settings are missing: " + String.join(", ", missing));
        }
        Credentials credentials = key
                ? Credentials.apiKey(get(env, CredentialVariables.KEY), get(env, CredentialVariables.SECRET))
                : Credentials.authToken(get(env, CredentialVariables.ACCOUNT), get(env, CredentialVariables.TOKEN));
        URI baseUrl = url("FLEX_BASE_URL (or --base-url)", either(options.baseUrl, get(env, "FLEX_BASE_URL")));
        return new Settings(credentials, instance, baseUrl, Places.of(env), Network.of(env));
    }

    /** Returns the settings of a profile or of a target of a fleet. */
    public static Settings of(Map<String, String> environment, Connection connection) {
        return of(connection.env(environment), new ServiceOptions());
    }

    /** Returns these settings for another instance of the same account. */
    public Settings forInstance(String sid) {
        return new Settings(credentials, sid, baseUrl, places, network);
    }

    /** Returns these settings with credentials that other clients of the account use too. */
    public Settings withCredentials(Credentials shared) {
        return new Settings(shared, instanceSid, baseUrl, places, network);
    }

    /** Makes the client. */
    public FlexAlertsClient client(int lookAhead, ClientInstrumentation instrumentation) {
        return builder(lookAhead)
                .transport(network.transport())
                .instrumentation(instrumentation)
                .build();
    }

    /** Makes a builder of the client. */
    public FlexAlertsClientBuilder builder(int lookAhead) {
        FlexAlertsClientBuilder builder = FlexAlertsClient.builder()
                .credentials(credentials)
                .userAgentPrefix("flex-alerts-cli/" + Version.TEXT)
                .lookAhead(lookAhead)
                .instanceSid(instanceSid);
        if (baseUrl != null) {
            builder.baseUrl(baseUrl);
        }
        places.apply(builder);
        return builder;
    }

    private static String get(Map<String, String> env, String name) {
        return Variables.value(env, name);
    }

    private static @Nullable String either(@Nullable String option, @Nullable String variable) {
        String value = option == null ? variable : option;
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The text is not quoted, for it may hold a password. */
    private static @Nullable URI url(String name, @Nullable String text) {
        try {
            return text == null ? null : new URI(text);
        } catch (URISyntaxException e) {
            throw new InputException(name + " is not a valid URL");
        }
    }

    /**
     * The account and where TaskRouter's things are.
     *
     * @param accountSid the account, null if it is not set
     * @param taskRouterUrl where queues and channels are served; null for the documented place
     * @param workspaceSid where the queues and channels are; null to look it up
     */
    public record Places(
            @Nullable String accountSid,
            @Nullable URI taskRouterUrl,
            @Nullable String workspaceSid) {
        private static Places of(Map<String, String> env) {
            return new Places(
                    either(null, get(env, CredentialVariables.ACCOUNT)),
                    url("FLEX_TASKROUTER_URL", either(null, get(env, "FLEX_TASKROUTER_URL"))),
                    either(null, get(env, "FLEX_WORKSPACE_SID")));
        }

        /** Throws an {@link InputException} if the account is not known, which an API key does not tell. */
        public void requireAccount() {
            if (accountSid == null) {
                throw new InputException("settings are missing: " + CredentialVariables.ACCOUNT
                        + ", which commands for notification configurations need in addition to an API key");
            }
        }

        private void apply(FlexAlertsClientBuilder builder) {
            if (accountSid != null) {
                builder.accountSid(accountSid);
            }
            if (workspaceSid != null) {
                builder.workspaceSid(workspaceSid);
            }
            if (taskRouterUrl != null) {
                builder.taskRouterUrl(taskRouterUrl);
            }
        }
    }
}

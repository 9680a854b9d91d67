package io.github.flexalerts.cli;

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
record Settings(
        Credentials credentials,
        String instanceSid,
        @Nullable URI baseUrl,
        Places places,
        Network network) {
    static final String ACCOUNT = "TWILIO_ACCOUNT_SID";
    static final String TOKEN = "TWILIO_AUTH_TOKEN";
    static final String KEY = "TWILIO_API_KEY";
    static final String SECRET = "TWILIO_API_SECRET";

    /** Reads the settings, or throws an {@link InputException} that names all that is missing. */
    static Settings of(Map<String, String> env, ServiceOptions options) {
        List<String> missing = new ArrayList<>();
        boolean key = usesKey(env);
        if (!key && (isUnset(env, ACCOUNT) || isUnset(env, TOKEN))) {
            missing.add(missingCredentials(env));
        }
        String instance = either(options.instance, get(env, "FLEX_INSTANCE_SID"));
        if (instance == null) {
            missing.add("FLEX_INSTANCE_SID (or --instance)");
        }
        if (instance == null || !missing.isEmpty()) {
            throw new InputException("settings are missing: " + String.join(", ", missing));
        }
        Credentials credentials = key
                ? Credentials.apiKey(get(env, KEY), get(env, SECRET))
                : Credentials.authToken(get(env, ACCOUNT), get(env, TOKEN));
        URI baseUrl = url("FLEX_BASE_URL (or --base-url)", either(options.baseUrl, get(env, "FLEX_BASE_URL")));
        return new Settings(credentials, instance, baseUrl, Places.of(env), Network.of(env));
    }

    /** Returns the variables that the credentials come from. */
    static String credentialNames(Map<String, String> env) {
        return usesKey(env) ? KEY + " and " + SECRET : ACCOUNT + " and " + TOKEN;
    }

    /** Makes the client. */
    FlexAlertsClient client(int lookAhead, ClientInstrumentation instrumentation) {
        return builder(lookAhead)
                .transport(network.transport())
                .instrumentation(instrumentation)
                .build();
    }

    /** Makes a builder of the client. */
    FlexAlertsClientBuilder builder(int lookAhead) {
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

    private static boolean usesKey(Map<String, String> env) {
        return !isUnset(env, KEY) && !isUnset(env, SECRET);
    }

    private static String missingCredentials(Map<String, String> env) {
        if (isUnset(env, KEY) != isUnset(env, SECRET) && isUnset(env, ACCOUNT) && isUnset(env, TOKEN)) {
            return isUnset(env, KEY) ? KEY : SECRET;
        }
        String account = isUnset(env, ACCOUNT) ? ACCOUNT : "";
        String token = isUnset(env, TOKEN) ? TOKEN : "";
        String and = account.isEmpty() || token.isEmpty() ? "" : " and ";
        return account + and + token + " (or " + KEY + " and " + SECRET + ")";
    }

    private static boolean isUnset(Map<String, String> env, String name) {
        return get(env, name).isBlank();
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
            throw new InputException(name + " is no URL");
        }
    }

    /**
     * The account and where TaskRouter's things are.
     *
     * @param accountSid the account, null if it is not set
     * @param taskRouterUrl where queues and channels are served; null for the documented place
     * @param workspaceSid where the queues and channels are; null to look it up
     */
    record Places(
            @Nullable String accountSid,
            @Nullable URI taskRouterUrl,
            @Nullable String workspaceSid) {
        private static Places of(Map<String, String> env) {
            return new Places(
                    either(null, get(env, ACCOUNT)),
                    url("FLEX_TASKROUTER_URL", either(null, get(env, "FLEX_TASKROUTER_URL"))),
                    either(null, get(env, "FLEX_WORKSPACE_SID")));
        }

        /** Throws an {@link InputException} if the account is not known, which an API key does not tell. */
        void requireAccount() {
            if (accountSid == null) {
                throw new InputException("settings are missing: " + ACCOUNT
                        + ", which notification configurations ask for beside an API key");
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

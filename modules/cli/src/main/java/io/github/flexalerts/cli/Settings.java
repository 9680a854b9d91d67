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
 */
record Settings(
        Credentials credentials,
        String instanceSid,
        @Nullable URI baseUrl) {
    private static final String ACCOUNT = "TWILIO_ACCOUNT_SID";
    private static final String TOKEN = "TWILIO_AUTH_TOKEN";
    private static final String KEY = "TWILIO_API_KEY";
    private static final String SECRET = "TWILIO_API_SECRET";

    /** Reads the settings, or throws an {@link InputException} that names all that is missing. */
    static Settings of(Map<String, String> env, ServiceOptions options) {
        List<String> missing = new ArrayList<>();
        boolean key = usesKey(env);
        if (!key && (isUnset(env, ACCOUNT) || isUnset(env, TOKEN))) {
            missing.add(missingCredentials(env));
        }
        String instance = either(options.instance, env.get("FLEX_INSTANCE_SID"));
        if (instance == null) {
            missing.add("FLEX_INSTANCE_SID (or --instance)");
        }
        if (instance == null || !missing.isEmpty()) {
            throw new InputException("settings are missing: " + String.join(", ", missing));
        }
        Credentials credentials = key
                ? Credentials.apiKey(get(env, KEY), get(env, SECRET))
                : Credentials.authToken(get(env, ACCOUNT), get(env, TOKEN));
        return new Settings(credentials, instance, url(either(options.baseUrl, env.get("FLEX_BASE_URL"))));
    }

    /** Returns the variables that the credentials come from. */
    static String credentialNames(Map<String, String> env) {
        return usesKey(env) ? KEY + " and " + SECRET : ACCOUNT + " and " + TOKEN;
    }

    /** Makes the client. */
    FlexAlertsClient client(int lookAhead, ClientInstrumentation instrumentation) {
        FlexAlertsClientBuilder builder = FlexAlertsClient.builder()
                .credentials(credentials)
                .userAgentPrefix("flex-alerts-cli/" + Version.TEXT)
                .lookAhead(lookAhead)
                .instrumentation(instrumentation)
                .instanceSid(instanceSid);
        if (baseUrl != null) {
            builder.baseUrl(baseUrl);
        }
        return builder.build();
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
        return env.getOrDefault(name, "");
    }

    private static @Nullable String either(@Nullable String option, @Nullable String variable) {
        String value = option == null ? variable : option;
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The text is not quoted, for it may hold a password. */
    private static @Nullable URI url(@Nullable String text) {
        try {
            return text == null ? null : new URI(text);
        } catch (URISyntaxException e) {
            throw new InputException("FLEX_BASE_URL (or --base-url) is no URL");
        }
    }
}

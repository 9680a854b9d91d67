package io.github.flexalerts.cli.io;

import java.util.Map;

/** The variables of the environment that credentials come from. */
public final class CredentialVariables {
    public static final String ACCOUNT = "TWILIO_ACCOUNT_SID";
    public static final String TOKEN = "TWILIO_AUTH_TOKEN";
    public static final String KEY = "TWILIO_API_KEY";
    public static final String SECRET = "TWILIO_API_SECRET";

    private CredentialVariables() {}

    /** Returns the variables that the credentials come from. */
    static String names(Map<String, String> env) {
        return usesKey(env) ? KEY + " and " + SECRET : ACCOUNT + " and " + TOKEN;
    }

    public static boolean usesKey(Map<String, String> env) {
        return !isUnset(env, KEY) && !isUnset(env, SECRET);
    }

    public static String missing(Map<String, String> env) {
        if (isUnset(env, KEY) != isUnset(env, SECRET) && isUnset(env, ACCOUNT) && isUnset(env, TOKEN)) {
            return isUnset(env, KEY) ? KEY : SECRET;
        }
        String account = isUnset(env, ACCOUNT) ? ACCOUNT : "";
        String token = isUnset(env, TOKEN) ? TOKEN : "";
        String and = account.isEmpty() || token.isEmpty() ? "" : " and ";
        return account + and + token + " (or " + KEY + " and " + SECRET + ")";
    }

    public static boolean isUnset(Map<String, String> env, String name) {
        return Variables.value(env, name).isBlank();
    }
}

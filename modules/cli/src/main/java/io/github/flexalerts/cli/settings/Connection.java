package io.github.flexalerts.cli.settings;

import io.github.flexalerts.cli.input.Document;
import io.github.flexalerts.cli.io.CredentialVariables;
import io.github.flexalerts.cli.io.InputException;
import io.github.flexalerts.cli.io.Refusals;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The instance, the account and references to secrets, as a profile or a fleet file has them. It stands in for the variables of
 * the environment.
 */
public final class Connection {
    private static final List<String> CREDENTIALS = List.of(
            CredentialVariables.ACCOUNT,
            CredentialVariables.TOKEN,
            CredentialVariables.KEY,
            CredentialVariables.SECRET);
    private static final Map<String, String> PLAIN = Map.of(
            "instance_sid", "FLEX_INSTANCE_SID",
            "account_sid", CredentialVariables.ACCOUNT,
            "base_url", "FLEX_BASE_URL",
            "taskrouter_url", "FLEX_TASKROUTER_URL",
            "workspace_sid", "FLEX_WORKSPACE_SID");

    private final String name;
    private final Map<String, String> plain = new LinkedHashMap<>();
    private final Map<String, SecretReference> secrets = new LinkedHashMap<>();

    private Connection(String name) {
        this.name = name;
    }

    /**
     * Reads a connection.
     *
     * @param document the object, whose name is in messages
     * @param others members that are not of the connection
     */
    public static Connection read(Document document, Set<String> others) {
        Connection connection = new Connection(document.name());
        Set<String> known = new LinkedHashSet<>(PLAIN.keySet());
        known.addAll(List.of("auth_token", "api_key"));
        known.addAll(others);
        for (Object member : document.members().keySet()) {
            if (!known.contains(String.valueOf(member))) {
                throw new InputException(document.name() + ": there is no member '" + member + "'");
            }
        }
        PLAIN.forEach((member, variable) -> connection.put(member, variable, document));
        connection.credentials(document);
        return connection;
    }

    private void put(String member, String variable, Document document) {
        String value = text(document, member);
        if (value != null) {
            plain.put(variable, value);
        }
    }

    private void credentials(Document document) {
        boolean token = document.has("auth_token");
        if (token == document.has("api_key")) {
            throw new InputException(name + ": needs auth_token or api_key" + (token ? ", not both" : ""));
        }
        if (token) {
            require(CredentialVariables.ACCOUNT, "account_sid");
            secrets.put(CredentialVariables.TOKEN, SecretReference.read(document, "auth_token"));
            return;
        }
        Document key = document.member("api_key");
        if (key == null || text(key, "sid") == null) {
            throw new InputException(name + ": api_key needs sid and secret");
        }
        plain.put(CredentialVariables.KEY, String.valueOf(text(key, "sid")));
        secrets.put(CredentialVariables.SECRET, SecretReference.read(key, "secret"));
    }

    private void require(String variable, String member) {
        if (!plain.containsKey(variable)) {
            throw new InputException(name + ": " + member + " is missing");
        }
    }

    /** Returns a text member; null if there is none. */
    public static @Nullable String text(Document document, String member) {
        Object value = document.members().get(member);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw new InputException(document.name() + ": " + member + " must be a text");
    }

    /** Returns the instance; an {@link InputException} if there is none. */
    public String instanceSid() {
        require("FLEX_INSTANCE_SID", "instance_sid");
        return String.valueOf(plain.get("FLEX_INSTANCE_SID"));
    }

    /** Returns the environment with the values of the connection, and without the credentials of the environment. */
    public Map<String, String> env(Map<String, String> environment) {
        Map<String, String> env = new LinkedHashMap<>(environment);
        env.keySet().removeAll(CREDENTIALS);
        env.keySet().removeAll(List.of("FLEX_INSTANCE_SID", "FLEX_WORKSPACE_SID"));
        env.putAll(plain);
        secrets.forEach((variable, reference) -> env.put(variable, reference.resolve(environment)));
        Refusals.maskSecretsOf(env);
        return env;
    }

    /** Returns what identifies the credentials; connections with the same ones share an account. */
    public List<String> identity(Map<String, String> env) {
        return CREDENTIALS.stream()
                .map(variable -> env.getOrDefault(variable, ""))
                .toList();
    }

    /** Returns the settings and the references, never a secret. */
    public Map<String, String> shown() {
        Map<String, String> shown = new LinkedHashMap<>(plain);
        secrets.forEach((variable, reference) -> shown.put(variable, reference.toString()));
        return shown;
    }
}

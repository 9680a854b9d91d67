package io.github.flexalerts.cli.io;

import io.github.flexalerts.bulk.PlanProblem;
import io.github.flexalerts.bulk.PlanRefusedException;
import io.github.flexalerts.core.error.ApiException;
import io.github.flexalerts.core.error.ApiProblem;
import io.github.flexalerts.core.error.FieldError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the service itself said about a refusal, for the user who owns the data. Exceptions keep these words as fields and out
 * of their messages. A secret that the service repeats is masked.
 */
public final class Refusals {
    private static final int MAX_CAUSES = 16;
    private static final List<String> SECRETS = List.of(CredentialVariables.TOKEN, CredentialVariables.SECRET);
    private static final List<String> USERS = List.of(CredentialVariables.ACCOUNT, CredentialVariables.KEY);

    /** The secrets of profiles and fleets, which are not in the environment of the command. */
    private static final Set<String> REFERENCED = ConcurrentHashMap.newKeySet();

    private final Set<String> secrets = new TreeSet<>(REFERENCED);

    public Refusals(Map<String, String> env) {
        secrets.addAll(secrets(env));
    }

    /** Forgets the secrets of an earlier command in this process. */
    public static void startCommand() {
        REFERENCED.clear();
    }

    /** Masks the secrets of other settings too, until the end of the command. */
    public static void maskSecretsOf(Map<String, String> env) {
        REFERENCED.addAll(secrets(env));
    }

    private static Set<String> secrets(Map<String, String> env) {
        Set<String> secrets = new TreeSet<>();
        for (String name : SECRETS) {
            String secret = env.getOrDefault(name, "").strip();
            if (!secret.isEmpty()) {
                secrets.add(secret);
                USERS.forEach(
                        user -> secrets.add(basic(env.getOrDefault(user, "").strip(), secret)));
            }
        }
        return secrets;
    }

    /** Returns the words of the answer that an error stems from, or the problems of a plan, a line each. */
    public List<String> lines(Throwable error) {
        if (error instanceof PlanRefusedException refused) {
            return refused.problems().stream().map(Refusals::line).toList();
        }
        ApiException answer = answer(error);
        return answer == null ? List.of() : lines(answer.problem());
    }

    private List<String> lines(ApiProblem problem) {
        List<String> lines = new ArrayList<>();
        if (problem.message() != null) {
            lines.add("  the service says: " + masked(problem.message()));
        }
        for (FieldError field : problem.errors()) {
            String line = line(field);
            if (!line.equals(problem.message())) {
                lines.add("  " + masked(line));
            }
        }
        return lines;
    }

    private static String line(PlanProblem problem) {
        String name = problem.name() == null ? "" : " '" + problem.name() + "'";
        return "  " + problem.subject() + name + ": " + problem.reason();
    }

    private static String line(FieldError field) {
        String where = field.pointer() == null ? "" : field.pointer() + ": ";
        String what = field.detail() == null ? "refused" : field.detail();
        return where + what + (field.code() == null ? "" : " (code " + field.code() + ")");
    }

    private static @Nullable ApiException answer(Throwable error) {
        Throwable cause = error;
        for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
            if (cause instanceof ApiException answer) {
                return answer;
            }
            cause = cause.getCause();
        }
        return null;
    }

    private String masked(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, "***");
        }
        return masked;
    }

    private static String basic(String user, String secret) {
        return Base64.getEncoder().encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }
}

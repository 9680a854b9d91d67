package io.github.flexalerts.cli.io;

import io.github.flexalerts.bulk.ExportFileException;
import io.github.flexalerts.bulk.PlanRefusedException;
import io.github.flexalerts.bulk.TargetMovedException;
import io.github.flexalerts.core.error.AccessDeniedException;
import io.github.flexalerts.core.error.AmbiguousOutcomeException;
import io.github.flexalerts.core.error.ApiException;
import io.github.flexalerts.core.error.Attempt;
import io.github.flexalerts.core.error.DecodingException;
import io.github.flexalerts.core.error.FilterIgnoredException;
import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.core.error.InvalidSpecException;
import io.github.flexalerts.core.error.NotFoundException;
import io.github.flexalerts.core.error.OrphanedConfigurationException;
import io.github.flexalerts.core.error.PagingException;
import io.github.flexalerts.core.error.SaturatedException;
import io.github.flexalerts.core.error.ThrottledException;
import io.github.flexalerts.core.error.TransportException;
import io.github.flexalerts.core.error.UnresolvedNameException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes one line of an error: the library's message, which names operation, status, Twilio's code and the request, and then
 * what to do. Library messages hold no secret, no body and no rule's name; of other exceptions only the class is printed.
 */
public final class Errors {
    private final Map<String, String> env;

    public Errors(Map<String, String> env) {
        this.env = env;
    }

    /** Tells what went wrong. */
    public Failure describe(Throwable error) {
        if (error instanceof FlexAlertsException refused) {
            return new Failure(line(refused), ExitCode.FAILED);
        }
        if (error instanceof InputException || error instanceof IllegalArgumentException) { // before anything is sent
            return new Failure(String.valueOf(error.getMessage()), ExitCode.INPUT);
        }
        if (error instanceof PlanRefusedException refused) {
            return new Failure(
                    "nothing was written, because of " + refused.problems().size()
                            + (refused.problems().size() == 1 ? " problem:" : " problems:"),
                    ExitCode.INPUT);
        }
        if (error instanceof TargetMovedException moved) {
            return new Failure(moved.getMessage() + "; make a new plan", ExitCode.INPUT);
        }
        if (error instanceof ExportFileException) {
            return new Failure(String.valueOf(error.getMessage()), ExitCode.INPUT);
        }
        if (error instanceof UncheckedIOException) {
            return new Failure("a file cannot be read or written: " + error.getCause(), ExitCode.FAILED);
        }
        if (error instanceof InterruptedRun) {
            return new Failure(String.valueOf(error.getMessage()), ExitCode.INTERRUPTED);
        }
        if (error instanceof DataOut.Broken || error instanceof FailedRun) {
            return new Failure(String.valueOf(error.getMessage()), ExitCode.FAILED);
        }
        return new Failure(unexpected(error), ExitCode.FAILED);
    }

    /** Tells what came of an argument in the middle of a run; the words of others may hold anything. */
    static String unfit(Throwable error) {
        return error instanceof InvalidSpecException ? String.valueOf(error.getMessage()) : unexpected(error);
    }

    private static String unexpected(Throwable error) {
        return "unexpected " + error.getClass().getName() + "; --verbose shows where, please report it";
    }

    /** Returns one line: what happened, and what to do. */
    public String line(FlexAlertsException error) {
        return error.getMessage() + "; " + hint(error);
    }

    private String hint(FlexAlertsException error) {
        if (error instanceof AmbiguousOutcomeException) {
            return error.operation().equals("notifications.create")
                    ? "the configuration may or may not have been created, and the service cannot list configurations"
                    : "the rule may or may not have been created: look with 'flex-alerts rules list' before you repeat"
                            + " the command";
        }
        if (error instanceof ApiException answer) {
            return hint(answer);
        }
        if (error instanceof TransportException lost) {
            return lost.reason() == TransportException.Reason.TLS && lost.detail() != null
                    ? "check the base URL; FLEX_CA_FILE names a PEM file of further authorities to trust"
                    : hint(lost.reason());
        }
        if (error instanceof PagingException paging) {
            return hint(paging);
        }
        if (error instanceof FilterIgnoredException) {
            return "all rules listed before match; list without filters and select the rules yourself";
        }
        if (error instanceof DecodingException) {
            return "check that the base URL leads to the Flex API";
        }
        if (error instanceof UnresolvedNameException unresolved) {
            return hint(unresolved);
        }
        if (error instanceof OrphanedConfigurationException orphaned) {
            return hint(orphaned);
        }
        return error instanceof SaturatedException held ? "try again " + when(held.retryAfter()) : "see --verbose";
    }

    private String hint(ApiException answer) {
        if (answer instanceof AccessDeniedException && answer.status() == 401) {
            return "check " + CredentialVariables.names(env);
        }
        if (answer instanceof AccessDeniedException) {
            return "these credentials lack a permission: check the permissions of " + CredentialVariables.names(env);
        }
        if (answer instanceof NotFoundException) {
            if (answer.operation().equals("configuration.fetch")) {
                return "check the base URL, and that Flex is set up for the account";
            }
            if (answer.operation().matches("(queues|channels)\\..*")) {
                return "check the SID and the workspace (FLEX_WORKSPACE_SID, by default the one of the account)";
            }
            boolean one = !answer.operation().matches(".*\\.(list|create)");
            return "check " + (one ? "the SID and " : "") + "the instance (FLEX_INSTANCE_SID or --instance)";
        }
        if (answer instanceof ThrottledException || answer.status() >= 500) {
            return "try again " + when(answer.retryAfter());
        }
        if (answer.status() < 400) {
            return "redirects are never followed: check the base URL";
        }
        return "the service refused the request"
                + (answer.code() == null ? "" : ", see https://www.twilio.com/docs/api/errors/" + answer.code());
    }

    private static String hint(TransportException.Reason reason) {
        return switch (reason) {
            case DNS, CONNECT -> "check the base URL and the network";
            case PROXY ->
                "check HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY, or the https.proxyHost property of Java";
            case TLS -> "check the base URL, its certificate and what this Java trusts";
            case CONNECTION, TIMEOUT -> "try again later";
        };
    }

    private String hint(PagingException paging) {
        if (paging.getCause() instanceof FlexAlertsException cause) {
            return "what was listed before is correct but not complete; " + hint(cause);
        }
        return paging.reason() == PagingException.Reason.LIMIT
                ? "use larger pages with --page-size"
                : "the link was not followed and nothing was sent there; report it to the service";
    }

    private static String hint(UnresolvedNameException unresolved) {
        return switch (unresolved.reason()) {
            case AMBIGUOUS -> "use one of these SIDs instead of the name; nothing was written";
            case DEACTIVATED -> "choose a user of 'flex-alerts users list --active'; nothing was written";
            case MISSING ->
                switch (unresolved.kind()) {
                    case WORKSPACE ->
                        "check that FLEX_INSTANCE_SID (or --instance) is that of these credentials, or"
                                + " set FLEX_WORKSPACE_SID";
                    case TASK_CHANNEL -> "'flex-alerts channels list' shows all channels; nothing was written";
                    case TASK_QUEUE -> "'flex-alerts queues list' shows all queues; nothing was written";
                    case USER -> "'flex-alerts users list --active' shows all users; nothing was written";
                };
        };
    }

    /** Whoever deletes a configuration that a rule names, or will name when its write is done, silences that rule. */
    private static String hint(OrphanedConfigurationException orphaned) {
        if (orphaned.ttid() == null) {
            return "the service cannot list configurations, so it cannot be found: repeat the command";
        }
        return isRefused(orphaned.getCause())
                ? "'flex-alerts notifications delete " + shown(orphaned.ttid())
                        + "' deletes it, unless you continue with it"
                : (orphaned.operation().equals("alerts.delete") ? "" : "run the command again, or ")
                        + lookFirst(orphaned.ttid());
    }

    /** Tells how to get rid of a configuration that a rule may name. */
    public static String lookFirst(String ttid) {
        return "check first with 'flex-alerts rules list --output ndjson' whether a rule uses it; if none does,"
                + " 'flex-alerts notifications delete " + shown(ttid) + "' deletes it";
    }

    /** Only a rule's write that the service or we ourselves refused did surely not happen. */
    private static boolean isRefused(@Nullable Throwable cause) {
        if (cause instanceof ApiException answer) {
            boolean certain = answer.attempts().stream().noneMatch(Attempt::uncertain);
            return certain
                    && answer.operation().matches("rules\\.(create|update)")
                    && answer.status() >= 400
                    && answer.status() < 500
                    && answer.status() != 408;
        }
        return cause instanceof FailedRun;
    }

    /** The id comes from the service, so it is printed only if it looks like an id. */
    public static String shown(String ttid) {
        return ttid.matches("[A-Za-z0-9_-]{1,128}") ? ttid : "TTID";
    }

    private static String when(@Nullable Duration wait) {
        return wait == null ? "later" : "in " + Math.max(1, wait.toSeconds()) + " s";
    }
}

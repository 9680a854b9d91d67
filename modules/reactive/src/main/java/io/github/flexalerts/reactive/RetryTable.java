package io.github.flexalerts.reactive;

import io.github.flexalerts.reactive.transport.Operation;

/**
 * Which operation repeats after which failure; the one place that decides it.
 *
 * <table>
 * <caption>What follows a failure</caption>
 * <tr><th>failure</th><th>fetch, list, update, delete</th><th>create</th></tr>
 * <tr><td>throttled (429)</td><td>repeat</td><td>repeat</td></tr>
 * <tr><td>not_sent (no connection)</td><td>repeat</td><td>repeat</td></tr>
 * <tr><td>server_error (408, 5xx)</td><td>repeat</td><td>ambiguous</td></tr>
 * <tr><td>lost (no whole answer)</td><td>repeat</td><td>ambiguous</td></tr>
 * <tr><td>unauthorized (401)</td><td>once, with a new token</td><td>once, with a new token</td></tr>
 * <tr><td>refused (any other status, TLS)</td><td>fail</td><td>fail</td></tr>
 * <tr><td>unreadable (a success that cannot be read)</td><td>fail</td><td>fail</td></tr>
 * <tr><td>held_back (by this client)</td><td>fail</td><td>fail</td></tr>
 * </table>
 *
 * An update is a POST and yet repeats, since it replaces the whole rule; a create does not, since it would stand twice.
 */
final class RetryTable {
    /** What follows a failure. */
    enum Verdict {
        REPEAT,
        REAUTHORIZE,
        AMBIGUOUS,
        FAIL
    }

    private RetryTable() {}

    static Verdict verdict(Operation operation, Failure failure) {
        return switch (failure) {
            case THROTTLED, NOT_SENT -> Verdict.REPEAT;
            case SERVER_ERROR, LOST -> operation.repeatable() ? Verdict.REPEAT : Verdict.AMBIGUOUS;
            case UNAUTHORIZED -> Verdict.REAUTHORIZE;
            case REFUSED, UNREADABLE, HELD_BACK -> Verdict.FAIL;
        };
    }
}

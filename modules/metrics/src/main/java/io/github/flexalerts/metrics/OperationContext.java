package io.github.flexalerts.metrics;

import io.github.flexalerts.reactive.transport.Operation;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/** What is known of an operation: which one it is, and how it ended once it has. */
public final class OperationContext extends Observation.Context {
    private final Operation operation;
    private volatile boolean retried;
    private volatile boolean ended;
    private volatile Outcome outcome = Outcome.UNKNOWN;
    private volatile ErrorType errorType = ErrorType.NONE;

    OperationContext(Operation operation) {
        this.operation = operation;
    }

    /** Creates the context of an operation that ended. */
    OperationContext(Operation operation, Outcome outcome, ErrorType errorType, boolean retried) {
        this(operation);
        this.retried = retried;
        end(outcome, errorType);
    }

    void retry() {
        retried = true;
    }

    void end(Outcome how, ErrorType what) {
        outcome = how;
        errorType = what;
        ended = true;
    }

    /**
     * Returns which operation it is.
     *
     * @return the operation
     */
    public Operation operation() {
        return operation;
    }

    /**
     * Returns how it ended.
     *
     * @return the outcome; {@link Outcome#UNKNOWN} while it is under way
     */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * Returns what it ended in.
     *
     * @return the type of the error; {@link ErrorType#NONE} if there was none, and while it is under way
     */
    public ErrorType errorType() {
        return errorType;
    }

    /**
     * Returns how it came to its end.
     *
     * @return the kind; {@link Kind#NONE} while it is under way
     */
    public Kind kind() {
        return ended ? Kind.of(outcome, retried) : Kind.NONE;
    }

    /** Returns the operation alone. */
    @Override
    public String toString() {
        return "OperationContext[" + operation.id() + "]";
    }

    /** Tells the handlers what it failed of; a foreign error by a type of ours, for its name becomes a tag. */
    static Throwable told(Throwable error) {
        return ErrorType.of(error) == ErrorType.UNEXPECTED ? new UnexpectedException(error) : error;
    }

    /** An error that is not one of ours. */
    static final class UnexpectedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnexpectedException(@Nullable Throwable cause) {
            super(cause);
        }
    }
}

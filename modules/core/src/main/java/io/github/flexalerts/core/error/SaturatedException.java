package io.github.flexalerts.core.error;

import java.util.List;

/** The client itself has too much to do: the call was not made, since too many others wait before it. */
public final class SaturatedException extends FlexAlertsException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param operation the operation's id
     * @param waiting how many calls wait already, at the limit
     * @param attempts the attempts of the call
     */
    public SaturatedException(String operation, int waiting, List<Attempt> attempts) {
        super(operation, attempts, operation + " not sent: " + waiting + " calls wait already, the limit", null);
    }

    /** Returns true: the queue will shorten. */
    @Override
    public boolean isTransient() {
        return true;
    }
}

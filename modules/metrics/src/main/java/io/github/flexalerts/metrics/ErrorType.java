package io.github.flexalerts.metrics;

import io.github.flexalerts.core.error.AccessDeniedException;
import io.github.flexalerts.core.error.AmbiguousOutcomeException;
import io.github.flexalerts.core.error.ApiException;
import io.github.flexalerts.core.error.ClientClosedException;
import io.github.flexalerts.core.error.DecodingException;
import io.github.flexalerts.core.error.FilterIgnoredException;
import io.github.flexalerts.core.error.NotFoundException;
import io.github.flexalerts.core.error.OrphanedConfigurationException;
import io.github.flexalerts.core.error.PagingException;
import io.github.flexalerts.core.error.SaturatedException;
import io.github.flexalerts.core.error.ThrottledException;
import io.github.flexalerts.core.error.TransportException;
import io.github.flexalerts.core.error.UnresolvedNameException;
import org.jspecify.annotations.Nullable;

/** What an operation or an attempt ended in; the values of the tag {@code error}: types of ours alone. */
public enum ErrorType {
    /** Nothing. */
    NONE("none", null),
    /** {@link AccessDeniedException}. */
    ACCESS_DENIED(AccessDeniedException.class),
    /** {@link NotFoundException}. */
    NOT_FOUND(NotFoundException.class),
    /** {@link ThrottledException}. */
    THROTTLED(ThrottledException.class),
    /** {@link ApiException} of any other kind. */
    API(ApiException.class),
    /** {@link TransportException}. */
    TRANSPORT(TransportException.class),
    /** {@link DecodingException}. */
    DECODING(DecodingException.class),
    /** {@link AmbiguousOutcomeException}. */
    AMBIGUOUS(AmbiguousOutcomeException.class),
    /** {@link PagingException}. */
    PAGING(PagingException.class),
    /** {@link FilterIgnoredException}. */
    FILTER_IGNORED(FilterIgnoredException.class),
    /** {@link SaturatedException}. */
    SATURATED(SaturatedException.class),
    /** {@link ClientClosedException}. */
    CLIENT_CLOSED(ClientClosedException.class),
    /** {@link UnresolvedNameException}. */
    UNRESOLVED_NAME(UnresolvedNameException.class),
    /** {@link OrphanedConfigurationException}. */
    ORPHANED_CONFIGURATION(OrphanedConfigurationException.class),
    /** Anything that is not ours, such as a fault of a codec or transport of the user's own. */
    UNEXPECTED("UnexpectedException", null);

    private static final ErrorType[] ALL = values();

    private final String tag;
    private final @Nullable Class<? extends Throwable> type;

    ErrorType(Class<? extends Throwable> type) {
        this(type.getSimpleName(), type);
    }

    ErrorType(String tag, @Nullable Class<? extends Throwable> type) {
        this.tag = tag;
        this.type = type;
    }

    /**
     * Returns the value of the tag.
     *
     * @return the simple name of the exception, or {@code none}
     */
    public String tag() {
        return tag;
    }

    static ErrorType of(@Nullable Throwable error) {
        if (error == null) {
            return NONE;
        }
        for (ErrorType each : ALL) {
            if (each.type != null && each.type.isInstance(error)) {
                return each;
            }
        }
        return UNEXPECTED;
    }
}

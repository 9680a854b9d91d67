package io.github.flexalerts.reactive.transport;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a certificate. */
final class TlsFailures {
    private static final int MAX_CAUSES = 16;

    private TlsFailures() {}

    /** Returns what is wrong with the certificate, null if that is not what failed. */
    static @Nullable String detail(Throwable error) {
        String found = null;
        Throwable cause = error;
        for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
            String detail = detailOf(cause);
            found = detail == null ? found : detail;
            cause = cause.getCause();
        }
        return found;
    }

    private static @Nullable String detailOf(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof CertificateExpiredException) {
            return "the server's certificate has expired";
        }
        if (cause instanceof CertificateNotYetValidException) {
            return "the server's certificate is not valid yet";
        }
        if (cause instanceof CertPathBuilderException) {
            return "the server's certificate is self-signed or from an authority that is not trusted here";
        }
        if (cause instanceof CertPathValidatorException) {
            return "the server's certificate cannot be verified";
        }
        boolean otherName = cause instanceof CertificateException
                && (message.startsWith("No name matching") || message.startsWith("No subject alternative"));
        return otherName ? "the server's certificate is for another host name" : null;
    }
}

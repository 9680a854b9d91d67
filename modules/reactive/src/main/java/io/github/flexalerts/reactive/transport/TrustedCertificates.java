package io.github.flexalerts.reactive.transport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Certificate authorities from a PEM file, beside those that this Java trusts. */
final class TrustedCertificates {
    private TrustedCertificates() {}

    /** Reads the certificates of a PEM file. */
    static List<Certificate> read(Path pem) {
        try (InputStream in = Files.newInputStream(pem)) {
            List<Certificate> read =
                    List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
            if (read.isEmpty()) {
                throw new IllegalArgumentException("trustedCertificates: the file contains no certificate");
            }
            return read;
        } catch (IOException e) {
            throw new IllegalArgumentException("trustedCertificates: the file cannot be read", e);
        } catch (CertificateException e) {
            throw new IllegalArgumentException("trustedCertificates: the file does not contain PEM certificates", e);
        }
    }

    /** Returns what trusts these certificates and all that Java trusts, {@code javax.net.ssl.trustStore} included. */
    static TrustManagerFactory with(List<Certificate> certificates) {
        try {
            List<Certificate> all = new ArrayList<>(certificates);
            all.addAll(trustedByJava());
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int i = 0; i < all.size(); i++) {
                store.setCertificateEntry("ca-" + i, all.get(i));
            }
            return factory(store);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the certificates that this Java trusts cannot be read", e);
        }
    }

    private static List<Certificate> trustedByJava() throws GeneralSecurityException {
        List<Certificate> trusted = new ArrayList<>();
        for (TrustManager manager : factory(null).getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                trusted.addAll(List.of(x509.getAcceptedIssuers()));
            }
        }
        return trusted;
    }

    private static TrustManagerFactory factory(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }
}

package io.github.flexalerts.reactive.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;

/** Certificates of an authority of our own, made with the JDK's keytool. */
final class TestCertificates {
    private static final String PASSWORD = "changeit";

    private final Path folder;

    TestCertificates(Path folder) throws Exception {
        this.folder = folder;
        keytool("ca", "-genkeypair", "-alias", "ca", "-keyalg", "EC", "-dname", "CN=Test CA", "-ext", "bc:c");
        keytool("ca", "-exportcert", "-rfc", "-alias", "ca", "-file", ca().toString());
    }

    /** Returns the authority's certificate, in PEM. */
    Path ca() {
        return folder.resolve("ca.pem");
    }

    /** Returns the keys of a server with a certificate of the authority. */
    KeyManagerFactory signed(String name, String subject, String start, int days) throws Exception {
        String request = folder.resolve(name + ".csr").toString();
        String certificate = folder.resolve(name + ".pem").toString();
        keytool(name, "-genkeypair", "-alias", "key", "-keyalg", "EC", "-dname", "CN=" + name);
        keytool(name, "-certreq", "-alias", "key", "-file", request);
        keytool(
                "ca",
                "-gencert",
                "-rfc",
                "-alias",
                "ca",
                "-infile",
                request,
                "-outfile",
                certificate,
                "-ext",
                "san=" + subject,
                "-startdate",
                start,
                "-validity",
                String.valueOf(days));
        keytool(name, "-importcert", "-noprompt", "-alias", "ca", "-file", ca().toString());
        keytool(name, "-importcert", "-noprompt", "-alias", "key", "-file", certificate);
        return keys(name);
    }

    private KeyManagerFactory keys(String name) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        return keys;
    }

    private void keytool(String store, String... args) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(args));
        command.addAll(List.of("-keystore", folder.resolve(store + ".p12").toString(), "-storetype", "PKCS12"));
        command.addAll(List.of("-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }
}

package io.github.flexalerts.cli.settings;

import io.github.flexalerts.cli.io.InputException;
import io.github.flexalerts.cli.io.Variables;
import io.github.flexalerts.reactive.transport.NettyTransport;
import io.github.flexalerts.reactive.transport.NettyTransportBuilder;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** How the command reaches the service: the proxies and the certificates that the environment names. */
public final class Network {
    private static final String CA_FILE = "FLEX_CA_FILE";

    private final ProxyVariables proxies;
    private final NettyTransportBuilder transport = NettyTransport.builder();

    private Network(ProxyVariables proxies) {
        this.proxies = proxies;
    }

    /** Reads the variables, or throws an {@link InputException} that names the one that is wrong. */
    static Network of(Map<String, String> env) {
        Network network = new Network(ProxyVariables.of(env));
        if (network.proxies.areSet()) {
            network.transport.proxies(network.proxies::proxy);
        }
        String file = Variables.value(env, CA_FILE);
        if (!file.isEmpty()) {
            network.trust(file);
        }
        return network;
    }

    private void trust(String file) {
        try {
            transport.trustedCertificates(Path.of(file));
        } catch (InvalidPathException e) {
            throw new InputException(CA_FILE + " is not a valid file path");
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    String.valueOf(e.getMessage()).replace("trustedCertificates:", CA_FILE + " '" + file + "':"));
        }
    }

    public NettyTransportBuilder transport() {
        return transport;
    }

    /** Tells where the proxy to an origin comes from. */
    public String source(URI origin) {
        return proxies.areSet() ? proxies.variable(origin) : "Java system properties";
    }
}

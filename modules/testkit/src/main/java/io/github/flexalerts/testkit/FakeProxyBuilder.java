package io.github.flexalerts.testkit;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.testkit.internal.proxy.ProxyRules;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a {@link FakeProxy}. */
public final class FakeProxyBuilder {
    private final Map<String, String> routes = new HashMap<>();
    private boolean socks;
    private boolean hangs;
    private boolean closes;
    private int refusal;
    private @Nullable String user;
    private String password = "";

    FakeProxyBuilder() {}

    /**
     * Makes it a SOCKS 5 proxy in place of an HTTP one.
     *
     * @return this builder
     */
    public FakeProxyBuilder socks5() {
        this.socks = true;
        return this;
    }

    /**
     * Asks for a user and a password. An HTTP proxy answers 407 to others.
     *
     * @param user the user
     * @param password the password
     * @return this builder
     */
    public FakeProxyBuilder credentials(String user, String password) {
        this.user = requireNonNull(user, "user");
        this.password = requireNonNull(password, "password");
        return this;
    }

    /**
     * Leads a target to another place.
     *
     * @param target the host and the port that are asked for, as in {@code flex-api.twilio.com:443}
     * @param place the host and the port to connect to
     * @return this builder
     */
    public FakeProxyBuilder route(String target, String place) {
        routes.put(target, place);
        return this;
    }

    /**
     * Refuses every connection with an HTTP status; a SOCKS proxy says "not allowed".
     *
     * @param status as in 403
     * @return this builder
     */
    public FakeProxyBuilder refuse(int status) {
        this.refusal = status;
        return this;
    }

    /**
     * Never answers.
     *
     * @return this builder
     */
    public FakeProxyBuilder hang() {
        this.hangs = true;
        return this;
    }

    /**
     * Closes each connection at once.
     *
     * @return this builder
     */
    public FakeProxyBuilder closeAtOnce() {
        this.closes = true;
        return this;
    }

    /**
     * Starts the proxy.
     *
     * @return the proxy, to be closed
     */
    public FakeProxy start() {
        return new FakeProxy(this);
    }

    boolean isSocks() {
        return socks;
    }

    boolean hangs() {
        return hangs;
    }

    boolean closes() {
        return closes;
    }

    ProxyRules rules() {
        return new ProxyRules(user, password, refusal);
    }

    String route(String target) {
        return routes.getOrDefault(target, target);
    }
}

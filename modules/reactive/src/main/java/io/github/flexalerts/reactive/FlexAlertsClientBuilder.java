package io.github.flexalerts.reactive;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.reactive.codec.JsonCodec;
import io.github.flexalerts.reactive.transport.NettyTransport;
import io.github.flexalerts.reactive.transport.Transport;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Builds a {@link FlexAlertsClient}. What is wrong is told when it is set. Not safe for use by several threads. */
public final class FlexAlertsClientBuilder {
    private Origin origin = Origin.DOCUMENTED;
    private @Nullable Credentials credentials;
    private @Nullable String instanceSid;
    private @Nullable Transport transport;
    private JsonCodec codec = JsonCodec.standard();
    private String userAgentPrefix = "";
    private int lookAhead = 1;
    private int pagesLookAhead;
    private int maxPages = 10_000;

    FlexAlertsClientBuilder() {}

    /**
     * Sets the credentials; required.
     *
     * @param credentials who calls
     * @return this builder
     */
    public FlexAlertsClientBuilder credentials(Credentials credentials) {
        this.credentials = requireNonNull(credentials, "credentials");
        return this;
    }

    /**
     * Sets the Flex instance; required.
     *
     * @param instanceSid the instance's SID, {@code GO…}
     * @return this builder
     * @throws IllegalArgumentException if the SID is not of that shape
     */
    public FlexAlertsClientBuilder instanceSid(String instanceSid) {
        this.instanceSid = Sids.instance(instanceSid);
        return this;
    }

    /**
     * Sets where the service is; {@code https://flex-api.twilio.com} by default. Credentials go there and nowhere else,
     * whatever a link in an answer says.
     *
     * @param baseUrl scheme, host and port; https, or http to the loopback
     * @return this builder
     * @throws IllegalArgumentException if it is anything else
     */
    public FlexAlertsClientBuilder baseUrl(URI baseUrl) {
        this.origin = Origin.of(requireNonNull(baseUrl, "baseUrl"));
        return this;
    }

    /**
     * Puts a product token of the application's own before the library's in {@code User-Agent}; nothing by default.
     *
     * @param userAgentPrefix as in {@code my-app/1.2}, printable ASCII
     * @return this builder
     * @throws IllegalArgumentException if it has other characters
     */
    public FlexAlertsClientBuilder userAgentPrefix(String userAgentPrefix) {
        if (!userAgentPrefix.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("userAgentPrefix must be printable ASCII");
        }
        this.userAgentPrefix = userAgentPrefix;
        return this;
    }

    /**
     * Sets the transport; {@link NettyTransport#create()} by default. The caller's own is not closed with the client.
     *
     * @param transport the transport
     * @return this builder
     */
    public FlexAlertsClientBuilder transport(Transport transport) {
        this.transport = requireNonNull(transport, "transport");
        return this;
    }

    /**
     * Sets the codec; {@link JsonCodec#standard()} by default.
     *
     * @param codec the codec
     * @return this builder
     */
    public FlexAlertsClientBuilder codec(JsonCodec codec) {
        this.codec = requireNonNull(codec, "codec");
        return this;
    }

    /**
     * Sets how many pages {@code list} fetches ahead of the demand; 1 by default, which hides the service's latency.
     *
     * @param pages 0 to 16
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public FlexAlertsClientBuilder lookAhead(int pages) {
        this.lookAhead = between("lookAhead", pages, 0, 16);
        return this;
    }

    /**
     * Sets how many pages {@code pages} fetches ahead of the demand; 0 by default.
     *
     * @param pages 0 to 16
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public FlexAlertsClientBuilder pagesLookAhead(int pages) {
        this.pagesLookAhead = between("pagesLookAhead", pages, 0, 16);
        return this;
    }

    /**
     * Sets after how many pages a listing is an error, as a guard against a service that never ends one; 10,000 by
     * default.
     *
     * @param pages at least 1; {@link Integer#MAX_VALUE} for no limit
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public FlexAlertsClientBuilder maxPages(int pages) {
        this.maxPages = between("maxPages", pages, 1, Integer.MAX_VALUE);
        return this;
    }

    /**
     * Builds the client. Nothing is sent and nothing connected before an operation is subscribed to.
     *
     * @return the client
     * @throws IllegalStateException if the credentials or the instance are missing
     */
    public FlexAlertsClient build() {
        if (credentials == null || instanceSid == null) {
            throw new IllegalStateException("credentials and instanceSid must be set, missing:"
                    + (credentials == null ? " credentials" : "") + (instanceSid == null ? " instanceSid" : ""));
        }
        Transport wire = transport == null ? NettyTransport.create() : transport;
        ErrorMapper errors = new ErrorMapper(codec, Clock.systemUTC());
        CallPipeline pipeline = new CallPipeline(credentials, UserAgent.withPrefix(userAgentPrefix), wire, errors);
        Pager.Paging paging = new Pager.Paging(lookAhead, pagesLookAhead, maxPages);
        return new FlexAlertsClient(
                new FlexAlertsClient.Shared(origin, wire, transport == null, pipeline, codec, paging), instanceSid);
    }

    private static int between(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be between " + least + " and " + most + ", was " + value);
        }
        return value;
    }
}

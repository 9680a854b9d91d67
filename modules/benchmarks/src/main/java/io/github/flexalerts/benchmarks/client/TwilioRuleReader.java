package io.github.flexalerts.benchmarks.client;

import com.twilio.base.Page;
import com.twilio.base.Reader;
import com.twilio.base.ResourceSet;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.TwilioRestClient;

/** What the SDK's generator would write for the listing, but that links are followed at the server of the benchmark. */
final class TwilioRuleReader extends Reader<TwilioRule> {
    private final String origin;
    private final String firstTarget;

    TwilioRuleReader(String origin, String firstTarget) {
        this.origin = origin;
        this.firstTarget = firstTarget;
    }

    @Override
    public ResourceSet<TwilioRule> read(TwilioRestClient client) {
        return new ResourceSet<>(this, client, firstPage(client));
    }

    @Override
    public Page<TwilioRule> firstPage(TwilioRestClient client) {
        return getPage(firstTarget, client);
    }

    @Override
    public Page<TwilioRule> getPage(String target, TwilioRestClient client) {
        String content =
                client.request(new Request(HttpMethod.GET, origin + target)).getContent();
        return Page.fromJson("rules", content, TwilioRule.class, client.getObjectMapper());
    }

    @Override
    public Page<TwilioRule> nextPage(Page<TwilioRule> page, TwilioRestClient client) {
        return follow(page.getNextPageUrl(origin), client);
    }

    @Override
    public Page<TwilioRule> previousPage(Page<TwilioRule> page, TwilioRestClient client) {
        return follow(page.getPreviousPageUrl(origin), client);
    }

    private Page<TwilioRule> follow(String link, TwilioRestClient client) {
        return getPage(String.valueOf(Wire.target(link)), client);
    }
}

package io.github.flexalerts.reactive;

import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.reactive.codec.JsonCodec;
import io.github.flexalerts.reactive.codec.PageReader;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** The pages of a listing of rules. */
record RulePages(RuleRequests requests, CallPipeline pipeline, JsonCodec codec, Limits limits)
        implements OpenPage.Source<Rule> {

    @Override
    public Flux<List<Rule>> fetch(String target, Function<Flux<ByteBuffer>, Flux<List<Rule>>> body) {
        return pipeline.stream(requests.page(target), response -> body.apply(response.body()));
    }

    @Override
    public PageReader<Rule> reader() {
        return codec.pageReader("rules", Rule.class, limits.maxRuleBytes(), limits.maxBodyBytes());
    }

    @Override
    public @Nullable Object key(Rule rule) {
        return rule.sid();
    }
}

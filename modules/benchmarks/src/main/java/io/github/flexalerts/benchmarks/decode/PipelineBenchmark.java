package io.github.flexalerts.benchmarks.decode;

import io.github.flexalerts.benchmarks.server.RuleBlock;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.reactive.Credentials;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A call from the operation to the rule and back, over a wire that answers at once. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PipelineBenchmark {
    private static final String SID = "QY00000000000000000000000000000001";

    private final byte[] rule = rule();
    private final byte[] page = DecodeBenchmark.page();
    private final FlexAlertsClient client = FlexAlertsClient.builder()
            .credentials(Credentials.apiKey("SK00000000000000000000000000000001", "benchmark-secret"))
            .instanceSid("GO00000000000000000000000000000001")
            .transport(new CannedTransport(page, rule))
            .build();

    private static byte[] rule() {
        ByteBuf rule = RuleBlock.of(1).rules(0, 1).get(0);
        try {
            return ByteBufUtil.getBytes(rule);
        } finally {
            rule.release();
        }
    }

    /**
     * One rule: authorization, admission, deadline, check, decode.
     *
     * @return the rule
     */
    @Benchmark
    public @Nullable Rule fetch() {
        return client.rules().fetch(SID).block();
    }

    /**
     * A listing of one page of 1000 rules.
     *
     * @return the last rule
     */
    @Benchmark
    public @Nullable Rule list() {
        return client.rules().list().blockLast();
    }
}

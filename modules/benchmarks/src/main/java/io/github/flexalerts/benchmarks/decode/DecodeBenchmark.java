package io.github.flexalerts.benchmarks.decode;

import io.github.flexalerts.benchmarks.client.Rows;
import io.github.flexalerts.benchmarks.client.Tokens;
import io.github.flexalerts.benchmarks.server.Listing;
import io.github.flexalerts.benchmarks.server.RuleBlock;
import io.github.flexalerts.core.page.PageMeta;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.reactive.codec.JsonCodec;
import io.github.flexalerts.reactive.codec.PageReader;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Decoding a page of 1000 rules: ours whole and in chunks, against the bare token loop and databind. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DecodeBenchmark {
    /** How many rules the page has. */
    public static final int RULES = 1000;

    private static final int MOST_RULE_BYTES = 256 * 1024;
    private static final long MOST_PAGE_BYTES = 32L * 1024 * 1024;

    private final byte[] page = page();

    static byte[] page() {
        ByteBuf body = Unpooled.wrappedBuffer(
                new Listing(RULES, 0).body(RuleBlock.of(RULES), RULES, 0).toArray(ByteBuf[]::new));
        try {
            return ByteBufUtil.getBytes(body);
        } finally {
            body.release();
        }
    }

    /**
     * The whole page at once.
     *
     * @param sink takes the rules
     * @return what the service says of the page
     */
    @Benchmark
    public PageMeta ours(Blackhole sink) {
        return chunked(page.length, sink);
    }

    /**
     * The page as it arrives, 8 KiB at a time.
     *
     * @param sink takes the rules
     * @return what the service says of the page
     */
    @Benchmark
    public PageMeta oursIn8Kib(Blackhole sink) {
        return chunked(8 * 1024, sink);
    }

    /**
     * The page as it arrives, 16 KiB at a time.
     *
     * @param sink takes the rules
     * @return what the service says of the page
     */
    @Benchmark
    public PageMeta oursIn16Kib(Blackhole sink) {
        return chunked(16 * 1024, sink);
    }

    /**
     * The bound.
     *
     * @return how many tokens there are
     */
    @Benchmark
    public int tokens() {
        return Tokens.count(page);
    }

    /**
     * Databind by annotations.
     *
     * @return the page
     */
    @Benchmark
    public Object objectReader() {
        return Rows.PAGES.readValue(page);
    }

    private PageMeta chunked(int chunkBytes, Blackhole sink) {
        PageReader<Rule> reader =
                JsonCodec.standard().pageReader("rules", Rule.class, MOST_RULE_BYTES, MOST_PAGE_BYTES);
        for (int start = 0; start < page.length; start += chunkBytes) {
            sink.consume(reader.read(
                    ByteBuffer.wrap(page, start, Math.min(chunkBytes, page.length - start)), sink::consume));
        }
        return reader.finish();
    }
}

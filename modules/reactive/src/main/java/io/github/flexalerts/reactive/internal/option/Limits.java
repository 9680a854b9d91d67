package io.github.flexalerts.reactive.internal.option;

/**
 * How much of an answer is read.
 *
 * @param maxRuleBytes how large one rule may be
 * @param maxBodyBytes how large one page may be
 * @param maxErrorBytes how much of an answer that is not success is read
 */
public record Limits(int maxRuleBytes, long maxBodyBytes, int maxErrorBytes) {
    public static final Limits STANDARD = new Limits(256 * 1024, 32L * 1024 * 1024, 64 * 1024);

    public Limits withRuleBytes(int bytes) {
        return new Limits(bytes, maxBodyBytes, maxErrorBytes);
    }

    public Limits withBodyBytes(long bytes) {
        return new Limits(maxRuleBytes, bytes, maxErrorBytes);
    }

    public Limits withErrorBytes(int bytes) {
        return new Limits(maxRuleBytes, maxBodyBytes, bytes);
    }
}

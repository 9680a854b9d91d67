package io.github.flexalerts.bulk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The first 128 bits of a SHA-256. Two rules have the same fingerprint if the fields that a caller sets are equal; the order of
 * queues and of thresholds, and the fields that the service sets, make no difference.
 *
 * @param high the first 64 bits
 * @param low the next 64 bits
 */
public record Fingerprint(long high, long low) {

    /**
     * Returns the fingerprint of bytes.
     *
     * @param bytes any bytes
     * @return the fingerprint
     */
    public static Fingerprint of(byte[] bytes) {
        ByteBuffer hash = ByteBuffer.wrap(sha256().digest(bytes));
        return new Fingerprint(hash.getLong(), hash.getLong());
    }

    /**
     * Returns the fingerprint of a text.
     *
     * @param text any text
     * @return the fingerprint of its bytes in UTF-8
     */
    public static Fingerprint of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a fingerprint.
     *
     * @param hex 32 hexadecimal digits, as {@link #toString()} returns them
     * @return the fingerprint
     * @throws IllegalArgumentException if the text has another form
     */
    public static Fingerprint parse(String hex) {
        if (!hex.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("a fingerprint must have 32 hexadecimal digits");
        }
        return new Fingerprint(
                Long.parseUnsignedLong(hex.substring(0, 16), 16), Long.parseUnsignedLong(hex.substring(16), 16));
    }

    /**
     * Combines fingerprints, whatever their order.
     *
     * @param other another fingerprint
     * @return the sum of both
     */
    public Fingerprint plus(Fingerprint other) {
        return new Fingerprint(high + other.high, low + other.low);
    }

    /** Returns 32 hexadecimal digits. */
    @Override
    public String toString() {
        return String.format("%016x%016x", high, low);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}

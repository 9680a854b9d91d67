package io.github.flexalerts.metrics.internal;

import io.github.flexalerts.core.error.TransportException;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values of the tag {@code status}: codes that a service of this kind answers, or a word. */
public final class Statuses {
    private static final int[] CODES = {
        200, 201, 202, 204, 206, 301, 302, 304, 307, 308, 400, 401, 403, 404, 405, 408, 409, 410, 412, 413, 415, 422,
        429, 500, 501, 502, 503, 504
    };
    private static final String[] TAGS = tags();
    private static final int OTHER = CODES.length;
    private static final int IO_ERROR = OTHER + 1;
    private static final int CLIENT_ERROR = OTHER + 2;

    /** How many there are. */
    public static final int COUNT = OTHER + 3;

    private static final byte[] INDEX = index();

    private Statuses() {}

    /** Returns the position of a status among all; 0 means that there was no answer. */
    public static int index(int status, @Nullable Throwable error) {
        if (status == 0) {
            return error instanceof TransportException ? IO_ERROR : CLIENT_ERROR;
        }
        return status > 0 && status < INDEX.length ? INDEX[status] : OTHER;
    }

    public static String tag(int index) {
        return TAGS[index];
    }

    private static byte[] index() {
        byte[] index = new byte[600];
        Arrays.fill(index, (byte) OTHER);
        for (int i = 0; i < CODES.length; i++) {
            index[CODES[i]] = (byte) i;
        }
        return index;
    }

    private static String[] tags() {
        return Stream.concat(
                        IntStream.of(CODES).mapToObj(Integer::toString), Stream.of("other", "IO_ERROR", "CLIENT_ERROR"))
                .toArray(String[]::new);
    }
}

package io.github.flexalerts.reactive.codec;

import java.nio.charset.StandardCharsets;

/** A member of an object, by its name in JSON. */
interface MemberName {

    /** Returns the usual bytes of its name, with quotes and colon. Callers must not change the array. */
    byte[] plain();

    /** Makes the bytes of a name. */
    static byte[] plain(String name) {
        return ('"' + name + "\":").getBytes(StandardCharsets.US_ASCII);
    }
}

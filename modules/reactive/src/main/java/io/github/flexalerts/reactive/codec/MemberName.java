package io.github.flexalerts.reactive.codec;

import java.nio.charset.StandardCharsets;

/** A member of an object, by its name in JSON. */
interface MemberName {

    /** Returns its name as it mostly stands, with its quotes and its colon, in bytes that must not be changed. */
    byte[] plain();

    /** Makes the bytes of a name. */
    static byte[] plain(String name) {
        return ('"' + name + "\":").getBytes(StandardCharsets.US_ASCII);
    }
}

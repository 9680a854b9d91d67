package io.github.flexalerts.reactive.codec;

/** A member of an object. */
interface MemberName {

    /** Returns its name in JSON; of what stands for all other members an empty one. */
    String json();

    /** Returns its name as it mostly stands, with its quotes and its colon, in bytes that must not be changed. */
    byte[] plain();
}

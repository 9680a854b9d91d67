package io.github.flexalerts.reactive.codec;

/** A member of an object. */
interface MemberName {

    /** Returns its name in JSON; of what stands for all other members an empty one. */
    String json();

    /** Returns its name with the quotes, in bytes that must not be changed. */
    byte[] quoted();
}

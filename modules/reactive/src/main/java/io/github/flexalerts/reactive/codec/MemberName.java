package io.github.flexalerts.reactive.codec;

import tools.jackson.core.SerializableString;

/** A member of an object. */
interface MemberName {

    /** Returns its name in JSON, ready to be compared with bytes; of what stands for all other members an empty one. */
    SerializableString json();
}

package io.github.flexalerts.reactive.codec;

import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/** The members of a threshold, in the order of the samples. */
enum ThresholdMember implements MemberName {
    THRESHOLD_TYPE("threshold_type"),
    THRESHOLD_OPERATOR("threshold_operator"),
    THRESHOLD_VALUE("threshold_value"),
    OTHER("");

    @SuppressWarnings("ImmutableEnumChecker") // it is one: what changes is what it keeps of its own forms
    private final SerializedString json;

    ThresholdMember(String name) {
        this.json = new SerializedString(name);
    }

    @Override
    public SerializableString json() {
        return json;
    }
}

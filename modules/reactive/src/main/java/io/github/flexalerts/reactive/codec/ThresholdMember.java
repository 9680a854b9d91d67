package io.github.flexalerts.reactive.codec;

/** The members of a threshold, in the order of the samples. */
enum ThresholdMember implements MemberName {
    THRESHOLD_TYPE("threshold_type"),
    THRESHOLD_OPERATOR("threshold_operator"),
    THRESHOLD_VALUE("threshold_value");

    private final String json;

    @SuppressWarnings("ImmutableEnumChecker") // never modified
    private final byte[] plain;

    ThresholdMember(String json) {
        this.json = json;
        this.plain = MemberName.plain(json);
    }

    /** Returns its name in JSON. */
    String json() {
        return json;
    }

    @Override
    public byte[] plain() {
        return plain;
    }
}

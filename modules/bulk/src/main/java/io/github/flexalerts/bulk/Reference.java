package io.github.flexalerts.bulk;

import org.jspecify.annotations.Nullable;

/**
 * A queue, channel or user of the source, with the name by which it is found at a target.
 *
 * @param kind what it is
 * @param sid its SID at the source
 * @param name the friendly name of a queue, the unique name of a channel, the username of a user; null if it is unknown
 * @param email the e-mail address of a user; null for others, and if it is unknown
 */
public record Reference(
        Kind kind,
        String sid,
        @Nullable String name,
        @Nullable String email) {

    /** What a reference is. */
    public enum Kind {
        /** A task queue, found by friendly name. */
        QUEUE("queue", "friendly_name"),
        /** A task channel, found by unique name. */
        CHANNEL("channel", "unique_name"),
        /** A Flex user, found by username, else by e-mail address. */
        USER("user", "username");

        private final String type;
        private final String member;

        Kind(String type, String member) {
            this.type = type;
            this.member = member;
        }

        /**
         * Returns the type of the line in an export.
         *
         * @return {@code queue}, {@code channel} or {@code user}
         */
        public String type() {
            return type;
        }

        /**
         * Returns the member of the name in an export.
         *
         * @return the member's name
         */
        public String member() {
            return member;
        }
    }

    /** Returns the kind and the SID without the name. */
    @Override
    public String toString() {
        return kind.type() + " " + sid;
    }
}

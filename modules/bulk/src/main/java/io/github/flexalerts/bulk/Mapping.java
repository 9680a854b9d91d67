package io.github.flexalerts.bulk;

import java.util.Map;

/**
 * Replacements that take precedence over a lookup by name.
 *
 * @param queues SIDs or friendly names of the source's queues, to SIDs of the target
 * @param channels SIDs or unique names of the source's channels, to SIDs of the target
 * @param users SIDs, usernames or e-mail addresses of the source's users, to SIDs of the target
 * @param configurations SIDs of the source's notification configurations, to SIDs of existing ones at the target
 */
public record Mapping(
        Map<String, String> queues,
        Map<String, String> channels,
        Map<String, String> users,
        Map<String, String> configurations) {
    /** No replacements. */
    public static final Mapping NONE = new Mapping(Map.of(), Map.of(), Map.of(), Map.of());

    /** Copies the maps. */
    public Mapping {
        queues = Map.copyOf(queues);
        channels = Map.copyOf(channels);
        users = Map.copyOf(users);
        configurations = Map.copyOf(configurations);
    }

    /**
     * Returns the replacements of a kind.
     *
     * @param kind queues, channels or users
     * @return the replacements
     */
    public Map<String, String> of(Reference.Kind kind) {
        return switch (kind) {
            case QUEUE -> queues;
            case CHANNEL -> channels;
            case USER -> users;
        };
    }

    /** Returns the numbers of replacements, because names may be personal data. */
    @Override
    public String toString() {
        return "Mapping[queues=" + queues.size() + ", channels=" + channels.size() + ", users=" + users.size()
                + ", configurations=" + configurations.size() + "]";
    }
}

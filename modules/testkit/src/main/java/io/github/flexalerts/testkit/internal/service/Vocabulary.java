package io.github.flexalerts.testkit.internal.service;

import java.util.List;
import java.util.Set;

/** The values that the reference lists. */
final class Vocabulary {

    static final List<String> METRICS = List.of(
            "Active (Now)",
            "Waiting (Now)",
            "Available Agents (Now)",
            "Offline Agents (Now)",
            "Unavailable Agents (Now)",
            "Abandoned (30 min)",
            "Abandoned (Today)",
            "Accepted (30 min)",
            "Accepted (Today)",
            "Avg. Speed of Answer (Today)",
            "Avg. Handle Time (Today)",
            "Missed Invitations (30 min)",
            "Missed Invitations (Today)",
            "SLA (30 min)",
            "SLA (Today)",
            "Longest Available Agent (Now)",
            "Longest (Now)");

    static final Set<String> SEVERITIES = Set.of("Critical", "Warning");

    static final Set<String> OPERATORS = Set.of("Greater Than", "Lesser Than");

    private Vocabulary() {}
}

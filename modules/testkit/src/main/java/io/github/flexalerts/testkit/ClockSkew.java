package io.github.flexalerts.testkit;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A service whose clock is wrong. */
record ClockSkew(Duration skew) implements FaultAction {

    @Override
    public void change(ObjectNode document, Exchange exchange) {
        for (ObjectNode rule : RuleNodes.in(document)) {
            shift(rule, "date_created");
            shift(rule, "date_updated");
        }
    }

    @Override
    public Answer change(Answer answer) {
        String date = answer.headers().get("Date");
        return date == null
                ? answer
                : answer.header("Date", Headers.date(Headers.instant(date).plus(skew)));
    }

    private void shift(ObjectNode rule, String member) {
        JsonNode date = rule.path(member);
        if (date.isString()) {
            try {
                rule.put(member, Instant.parse(date.stringValue()).plus(skew).toString());
            } catch (DateTimeException e) {
                // A document that a test added may hold any text here, and keeps it.
            }
        }
    }
}

package io.github.flexalerts.testkit.internal.fault;

import io.github.flexalerts.testkit.internal.http.Answer;
import io.github.flexalerts.testkit.internal.http.Exchange;
import io.github.flexalerts.testkit.internal.http.Headers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A service whose clock is wrong. */
public record ClockSkew(Duration skew) implements FaultAction {

    private static final List<String> DATES =
            List.of("date_created", "date_updated", "created_date", "updated_date", "deactivated_date");

    @Override
    public void change(ObjectNode document, Exchange exchange) {
        for (ObjectNode item : Items.in(document, exchange)) {
            DATES.forEach(member -> shift(item, member));
        }
    }

    @Override
    public Answer change(Answer answer) {
        String date = answer.headers().get("Date");
        return date == null
                ? answer
                : answer.header("Date", Headers.date(Headers.instant(date).plus(skew)));
    }

    private void shift(ObjectNode item, String member) {
        JsonNode date = item.path(member);
        if (date.isString()) {
            try {
                item.put(member, Instant.parse(date.stringValue()).plus(skew).toString());
            } catch (DateTimeException e) {
                // A document that a test added may hold any text here, and keeps it.
            }
        }
    }
}

package io.github.flexalerts.reactive.codec;

import io.github.flexalerts.core.rule.Rule;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes a rule whole: its sixteen documented members, null or not, and whatever was left unread, as it came. */
final class RuleEncoder extends ValueSerializer<Rule> {

    @Override
    public void serialize(Rule rule, JsonGenerator generator, SerializationContext context) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("sid", rule.sid());
        members.put("account_sid", rule.accountSid());
        members.put("instance_sid", rule.instanceSid());
        members.putAll(RuleSpecEncoder.members(rule.spec()));
        members.put("date_created", text(rule.dateCreated()));
        members.put("date_updated", text(rule.dateUpdated()));
        members.put("url", rule.url());
        // A member that could not be read keeps its place; a member that has a value wins.
        rule.spec().unread().forEach(members::putIfAbsent);
        rule.unread().forEach(members::putIfAbsent);
        generator.writeStartObject();
        RawJson.writeMembers(generator, members);
        generator.writeEndObject();
    }

    private static @Nullable String text(@Nullable Object instant) {
        return instant == null ? null : instant.toString();
    }
}

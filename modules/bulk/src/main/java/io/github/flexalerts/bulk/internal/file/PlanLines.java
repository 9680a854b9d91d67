package io.github.flexalerts.bulk.internal.file;

import io.github.flexalerts.bulk.ConfigurationChange;
import io.github.flexalerts.bulk.ExportFileException;
import io.github.flexalerts.bulk.FieldChange;
import io.github.flexalerts.bulk.Fingerprint;
import io.github.flexalerts.bulk.Plan;
import io.github.flexalerts.bulk.Plan.Conflict;
import io.github.flexalerts.bulk.Plan.KnownRule;
import io.github.flexalerts.bulk.PlanKey;
import io.github.flexalerts.bulk.RuleChange;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.reactive.codec.CodecException;
import io.github.flexalerts.reactive.codec.JsonCodec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lines of a plan file. */
public final class PlanLines {
    /** The types of lines, each with its count in the footer. */
    public static final List<String> TYPES = List.of("configuration", "change", "kept_rule", "other_rule", "conflict");

    private PlanLines() {}

    /** Returns the members of the header. */
    public static Map<String, @Nullable Object> header(Plan plan) {
        Map<String, @Nullable Object> header = new LinkedHashMap<>();
        header.put("instance_sid", plan.instanceSid());
        header.put("source_sha256", plan.source());
        header.put("key", plan.key().stream().sorted().map(PlanKey::name).toList());
        header.put("target_fingerprint", plan.target().toString());
        return header;
    }

    /** Writes all lines between header and footer. */
    public static void write(SealedWriter writer, Plan plan) throws IOException {
        for (ConfigurationChange change : plan.configurations()) {
            writer.line("configuration", members(change));
        }
        for (RuleChange change : plan.rules()) {
            writer.line("change", members(change));
        }
        for (KnownRule rule : plan.kept()) {
            writer.line("kept_rule", members(rule));
        }
        for (KnownRule rule : plan.others()) {
            writer.line("other_rule", members(rule));
        }
        for (Conflict conflict : plan.conflicts()) {
            writer.line("conflict", Map.of("rules", conflict.rules(), "reason", conflict.reason()));
        }
    }

    /** Returns the whole plan as JSON members. */
    public static Map<String, @Nullable Object> summary(Plan plan) {
        Map<String, @Nullable Object> summary = new LinkedHashMap<>(header(plan));
        Map<String, Object> counts = new LinkedHashMap<>();
        for (RuleChange.Action action : RuleChange.Action.values()) {
            counts.put(name(action), plan.count(action));
        }
        counts.put("keep", plan.kept().size());
        counts.put("conflict", plan.conflicts().size());
        counts.put("only_at_target", plan.others().size());
        summary.put("counts", counts);
        summary.put(
                "configurations",
                plan.configurations().stream().map(PlanLines::members).toList());
        summary.put("rules", plan.rules().stream().map(PlanLines::members).toList());
        summary.put("kept", plan.kept().stream().map(KnownRule::sid).toList());
        summary.put("only_at_target", plan.others().stream().map(KnownRule::sid).toList());
        summary.put(
                "conflicts",
                plan.conflicts().stream()
                        .map(each -> Map.of("rules", each.rules(), "reason", each.reason()))
                        .toList());
        return summary;
    }

    /** Returns a change of a configuration as JSON members. */
    public static Map<String, @Nullable Object> members(ConfigurationChange change) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("action", name(change.action()));
        line.put("key", change.key());
        line.put("ttid", change.ttid());
        line.put("desired", change.desired());
        line.put("current", change.current());
        return line;
    }

    /** Returns a change of a rule as JSON members. */
    public static Map<String, @Nullable Object> members(RuleChange change) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("action", name(change.action()));
        line.put("sid", change.sid());
        line.put("reason", change.reason());
        line.put("desired", whole(change.desired()));
        line.put("current", whole(change.current()));
        line.put("configuration", change.configuration());
        line.put(
                "fields",
                change.fields().stream()
                        .map(field -> {
                            Map<String, @Nullable Object> members = new LinkedHashMap<>();
                            members.put("field", field.field());
                            members.put("before", field.before());
                            members.put("after", field.after());
                            return members;
                        })
                        .toList());
        return line;
    }

    /** A rule keeps the members that could not be read, a spec would lose them. */
    private static @Nullable Object whole(@Nullable RuleSpec spec) {
        return spec == null ? null : new Rule(null, null, null, spec, null, null, null, Map.of());
    }

    private static Map<String, @Nullable Object> members(KnownRule rule) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("sid", rule.sid());
        line.put("fingerprint", rule.fingerprint().toString());
        if (rule.name() != null) {
            line.put("name", rule.name());
        }
        return line;
    }

    private static String name(RuleChange.Action action) {
        return action.name().toLowerCase(Locale.ROOT);
    }

    /** Collects the lines of a plan. */
    public static final class Reader implements SealedReader.Visitor {
        private final List<ConfigurationChange> configurations = new ArrayList<>();
        private final List<RuleChange> rules = new ArrayList<>();
        private final List<KnownRule> kept = new ArrayList<>();
        private final List<KnownRule> others = new ArrayList<>();
        private final List<Conflict> conflicts = new ArrayList<>();

        @Override
        public void line(String type, byte[] line, Ndjson at) {
            Map<String, @Nullable Object> members = Ndjson.object(line, at.number());
            try {
                read(type, members);
            } catch (CodecException | IllegalArgumentException | ClassCastException e) {
                throw new ExportFileException("line " + at.number() + " of the plan cannot be read");
            }
        }

        private void read(String type, Map<String, @Nullable Object> line) {
            switch (type) {
                case "configuration" -> configurations.add(configuration(line));
                case "change" -> rules.add(change(line));
                case "kept_rule" -> kept.add(known(line));
                case "other_rule" -> others.add(known(line));
                default -> conflicts.add(new Conflict(texts(line.get("rules")), text(line.get("reason"))));
            }
        }

        /** Returns the plan with a header. */
        public Plan plan(Map<String, @Nullable Object> header) {
            try {
                return new Plan(
                        text(header.get("instance_sid")),
                        (String) header.get("source_sha256"),
                        texts(header.get("key")).stream().map(PlanKey::parse).collect(Collectors.toSet()),
                        configurations,
                        rules,
                        kept,
                        others,
                        conflicts,
                        List.of());
            } catch (IllegalArgumentException | ClassCastException e) {
                throw new ExportFileException("the header of the plan cannot be read");
            }
        }

        private static ConfigurationChange configuration(Map<String, @Nullable Object> line) {
            return new ConfigurationChange(
                    action(line),
                    text(line.get("key")),
                    (String) line.get("ttid"),
                    value(line.get("desired"), Destinations.class),
                    value(line.get("current"), Destinations.class));
        }

        private static RuleChange change(Map<String, @Nullable Object> line) {
            Rule desired = value(line.get("desired"), Rule.class);
            Rule current = value(line.get("current"), Rule.class);
            return new RuleChange(
                    action(line),
                    (String) line.get("sid"),
                    desired == null ? null : desired.spec(),
                    current == null ? null : current.spec(),
                    (String) line.get("configuration"),
                    fields(line.get("fields")),
                    text(line.get("reason")));
        }

        private static List<FieldChange> fields(@Nullable Object list) {
            List<FieldChange> fields = new ArrayList<>();
            for (Object each : (List<?>) Objects.requireNonNullElse(list, List.of())) {
                Map<?, ?> field = (Map<?, ?>) each;
                fields.add(new FieldChange(text(field.get("field")), field.get("before"), field.get("after")));
            }
            return fields;
        }

        private static KnownRule known(Map<String, @Nullable Object> line) {
            return new KnownRule(
                    text(line.get("sid")), Fingerprint.parse(text(line.get("fingerprint"))), (String) line.get("name"));
        }

        private static RuleChange.Action action(Map<String, @Nullable Object> line) {
            return RuleChange.Action.valueOf(text(line.get("action")).toUpperCase(Locale.ROOT));
        }

        private static <T> @Nullable T value(@Nullable Object json, Class<T> type) {
            return json == null
                    ? null
                    : JsonCodec.standard().read(JsonCodec.standard().write(json), type);
        }

        private static List<String> texts(@Nullable Object list) {
            return ((List<?>) Objects.requireNonNullElse(list, List.of()))
                    .stream().map(Reader::text).toList();
        }

        private static String text(@Nullable Object value) {
            if (value instanceof String text) {
                return text;
            }
            throw new IllegalArgumentException("not a text");
        }
    }
}

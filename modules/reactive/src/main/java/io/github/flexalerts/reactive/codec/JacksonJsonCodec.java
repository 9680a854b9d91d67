package io.github.flexalerts.reactive.codec;

import static tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS;

import io.github.flexalerts.core.notification.DeliveryDefaults;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.notification.Emails;
import io.github.flexalerts.core.notification.NotificationType;
import io.github.flexalerts.core.notification.Recipient;
import io.github.flexalerts.core.notification.SubscriptionDefaults;
import io.github.flexalerts.core.notification.Subscriptions;
import io.github.flexalerts.core.notification.WebhookEndpoint;
import io.github.flexalerts.core.notification.Webhooks;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.RuleSpec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The codec on Jackson 3. Rules are read and written by hand; see decision 12. */
final class JacksonJsonCodec implements JsonCodec {
    private static final Destinations EVERY_KIND = Destinations.builder()
            .subscriptions(new Subscriptions(
                    new SubscriptionDefaults(true, true, List.of(NotificationType.IN_APP)),
                    List.of(Recipient.of("FU"))))
            .webhooks(new Webhooks(DeliveryDefaults.of(true), List.of(WebhookEndpoint.custom("https:"))))
            .emails(Emails.of("@"))
            .build();

    /** More than is read of a token before it is found to be cut. */
    static final int REST = 5;

    private static final List<String> BEGUN = List.of("true", "false", "null", ".");

    static final JacksonJsonCodec INSTANCE = new JacksonJsonCodec();

    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(new SimpleModule("flex-alerts")
                    .addDeserializer(Rule.class, new RuleDeserializer())
                    .addSerializer(Rule.class, new RuleEncoder())
                    .addSerializer(RuleSpec.class, new RuleSpecEncoder()))
            .enable(FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Made in advance: Jackson makes what reads a type under a lock, for which an event loop must not wait. */
    private final Map<Class<?>, ObjectReader> readers = Stream.concat(Stream.of(Map.class), ItemTypes.all().stream())
            .collect(Collectors.toMap(type -> type, this::newReader));

    private JacksonJsonCodec() {
        write(EVERY_KIND); // what writes is made in advance too
    }

    @Override
    public byte[] write(@Nullable Object value) {
        return mapper.writeValueAsBytes(value);
    }

    @Override
    public <T> T read(byte[] json, Class<T> type) {
        T value = guarded(
                json,
                () -> type == Rule.class ? type.cast(rule(json)) : reader(type).readValue(json));
        if (value == null) {
            throw new CodecException("the JSON is null");
        }
        return value;
    }

    @Override
    public <T> PageReader<T> pageReader(String key, Class<T> itemType, int maxItemBytes, long maxBodyBytes) {
        ObjectReader items = reader(itemType).without(FAIL_ON_TRAILING_TOKENS);
        return new JacksonPageReader<>(
                key,
                in -> mapper.tokenStreamFactory().createParser(ObjectReadContext.empty(), in),
                plainItem(itemType),
                item(itemType, items),
                maxItemBytes,
                maxBodyBytes);
    }

    private ObjectReader reader(Class<?> type) {
        ObjectReader reader = readers.get(type);
        return reader == null ? newReader(type) : reader;
    }

    private ObjectReader newReader(Class<?> type) {
        ObjectReader reader = mapper.readerFor(type);
        return ItemTypes.mayBeReadPast(type) ? reader.withHandler(new OddShapes()) : reader;
    }

    private Rule rule(byte[] json) {
        Rule plain = plainRule(json);
        return plain == null ? parsedRule(json) : plain;
    }

    private static @Nullable Rule plainRule(byte[] json) {
        PlainJson plain = new PlainJson();
        plain.begin(json, 0, json.length);
        try {
            Rule rule = new PlainRuleReader(RecentTexts.ofRule()).read(plain);
            return plain.isOver() ? rule : null;
        } catch (NotPlain | RunDry odd) {
            return null;
        }
    }

    /** Straight from the parser: databind's own frame costs as much as a third of the rule. */
    private Rule parsedRule(byte[] json) {
        try (JsonParser parser = mapper.tokenStreamFactory().createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() == JsonToken.VALUE_NULL) {
                throw new CodecException("the JSON is null");
            }
            Rule rule = RuleDecoder.decode(parser);
            if (parser.nextToken() != null) {
                throw new CodecException("there is more after the end of the JSON");
            }
            return rule;
        }
    }

    /** Rules of one page share the texts that they repeat. */
    private static <T> Function<PlainJson, T> plainItem(Class<T> type) {
        if (type == Rule.class) {
            PlainRuleReader rules = new PlainRuleReader(RecentTexts.ofPage());
            return json -> type.cast(rules.read(json));
        }
        return json -> {
            throw new NotPlain();
        };
    }

    private static <T> Function<JsonParser, T> item(Class<T> type, ObjectReader items) {
        return type == Rule.class ? parser -> type.cast(RuleDecoder.decode(parser)) : items::readValue;
    }

    /** Runs a parser and makes a {@link CodecException} of whatever it throws. */
    private static <T> T guarded(byte[] json, Supplier<T> parsing) {
        try {
            return parsing.get();
        } catch (JacksonException | NumberFormatException e) {
            throw unreadable(e, 0, at -> json.length - at < REST ? text(json, (int) at, json.length) : null);
        }
    }

    /**
     * Tells where, never what: the parser's own message quotes the text.
     *
     * @param e what the parser threw: of an exponent beyond all limits not an exception of its own
     * @param offset where the parser began
     * @param rest returns the text from a position of the parser to the end, or null if it has {@link #REST} bytes or more
     */
    static CodecException unreadable(RuntimeException e, long offset, LongFunction<@Nullable String> rest) {
        if (!(e instanceof JacksonException failure)) {
            return new CodecException("the JSON has a number with an exponent beyond all limits");
        }
        long place = failure.getLocation() == null ? -1 : failure.getLocation().getByteOffset();
        String where = place < 0 ? "" : " at byte " + (offset + place);
        return failure instanceof UnexpectedEndOfInputException || isCut(failure, place, rest)
                ? CodecException.truncated("the JSON ends early" + where)
                : new CodecException(what(failure) + where);
    }

    /** The parser reports the end of the text as such only between two tokens. */
    private static boolean isCut(JacksonException failure, long place, LongFunction<@Nullable String> rest) {
        String begun = failure instanceof StreamReadException && place >= 0 ? rest.apply(place) : null;
        return begun != null && BEGUN.stream().anyMatch(whole -> whole.startsWith(begun));
    }

    /** Returns bytes as text. */
    static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static String what(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return "the JSON is nested too deep or has an oversized value";
        }
        return e instanceof StreamReadException ? "not valid JSON" : "JSON of another shape than expected";
    }
}

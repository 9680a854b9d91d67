package io.github.flexalerts.reactive.codec;

import io.github.flexalerts.core.rule.Rule;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads rules token by token. Databind would do it by the annotations, but it cannot keep unknown members beside unwrapped
 * ones, and a member in a surprising shape would fail the whole listing. Of one page, so of one thread at a time.
 */
final class RuleDecoder {
    private static final RuleMember[] DECLARED = MemberOrder.declared(RuleMember.values());

    private final MemberOrder<RuleMember> order = new MemberOrder<>(DECLARED);
    private final RuleDraft draft;

    RuleDecoder(RecentTexts texts) {
        this.draft = new RuleDraft(texts);
    }

    /** Reads the object at the parser's current token, up to its end. */
    Rule decode(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new CodecException("a rule must be an object");
        }
        draft.begin();
        for (RuleMember member = order.next(parser, null); member != null; member = order.next(parser, member)) {
            parser.nextToken();
            draft.read(member, parser);
        }
        return draft.rule();
    }
}

package io.github.flexalerts.testkit;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One page of a list: the rules on it, and the seven members of {@code meta} that lead to its neighbours. */
final class RuleListing {

    private final List<StoredRule> rules;
    private final ListQuery query;
    private final Comparator<StoredRule> order;
    private final int start;
    private final int end;

    private RuleListing(List<StoredRule> rules, ListQuery query) {
        this.rules = rules;
        this.query = query;
        this.order = query.order().comparator();
        PageToken token = query.token();
        if (token == null) {
            this.start = 0;
            this.end = Math.min(query.pageSize(), rules.size());
        } else {
            int place = place(token);
            this.start = token.backwards() ? Math.max(place - query.pageSize(), 0) : place;
            this.end = token.backwards() ? place : Math.min(place + query.pageSize(), rules.size());
        }
    }

    static RuleListing of(List<StoredRule> all, ListQuery query) {
        return new RuleListing(
                all.stream()
                        .filter(query::accepts)
                        .sorted(query.order().comparator())
                        .toList(),
                query);
    }

    /** The index of the first rule after the token's, or of the token's rule itself when it reads backwards. */
    private int place(PageToken token) {
        StoredRule probe = query.order().probe(token.keys(), token.number());
        int place = 0;
        for (StoredRule rule : rules) {
            int sign = order.compare(rule, probe);
            if (sign > 0 || (sign == 0 && token.backwards())) {
                break;
            }
            place++;
        }
        return place;
    }

    ObjectNode document(String url, boolean metaLast) {
        ObjectNode meta = meta(url);
        ObjectNode document = Json.object();
        if (!metaLast) {
            document.set("meta", meta);
        }
        ArrayNode listed = document.putArray("rules");
        rules.subList(start, end).forEach(rule -> listed.add(RuleDocument.listed(rule.document())));
        if (metaLast) {
            document.set("meta", meta);
        }
        return document;
    }

    private ObjectNode meta(String url) {
        return Json.object()
                .put("page", query.page())
                .put("page_size", query.pageSize())
                .put("first_page_url", url + query.page(0, null))
                .put("previous_page_url", previous(url))
                .put("url", url + query.page(query.page(), query.token()))
                .put("next_page_url", next(url))
                .put("key", "rules");
    }

    private @Nullable String next(String url) {
        return end >= rules.size() || start == end
                ? null
                : url + query.page(query.page() + 1, token(false, rules.get(end - 1)));
    }

    private @Nullable String previous(String url) {
        return start == 0 || start >= rules.size()
                ? null
                : url + query.page(Math.max(query.page() - 1, 0), token(true, rules.get(start)));
    }

    private PageToken token(boolean backwards, StoredRule rule) {
        return new PageToken(backwards, query.order().keys(rule), rule.number());
    }
}

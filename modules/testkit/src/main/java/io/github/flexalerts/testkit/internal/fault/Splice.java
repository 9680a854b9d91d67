package io.github.flexalerts.testkit.internal.fault;

import io.github.flexalerts.testkit.internal.http.Answer;
import io.github.flexalerts.testkit.internal.http.Exchange;
import io.github.flexalerts.testkit.internal.http.Payload;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bytes that no JSON tree can hold, or no heap. They take the place of a marker once the document is rendered.
 *
 * @param member of the first rule or other item, which gets the bytes as its value
 * @param quoted whether the bytes are between quotation marks
 * @param bytes what is put there
 */
public record Splice(String member, boolean quoted, Payload bytes) implements Items.OfItems {

    /** Placeholder for the member that is the name of the item. */
    public static final String NAME = "";

    private String marker() {
        return "~~splice:" + member + ":" + bytes.length() + "~~";
    }

    @Override
    public void change(ObjectNode document, Exchange exchange) {
        String name = member.isEmpty() ? Items.textMember(exchange) : member;
        Items.firstIn(document, exchange).put(name, marker());
    }

    @Override
    public Answer change(Answer answer) {
        String spliced = quoted ? marker() : "\"" + marker() + "\"";
        return answer.payload(answer.payload().replace(spliced, bytes));
    }
}

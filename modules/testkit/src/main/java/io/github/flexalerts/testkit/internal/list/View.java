package io.github.flexalerts.testkit.internal.list;

import io.github.flexalerts.testkit.internal.http.Query.Parameter;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What a list holds, and in which order. Equal views hold the same; they are records, for they are kept by value. */
public interface View {

    /** The member of a page that holds its elements. */
    String key();

    boolean accepts(Stored item);

    Order order();

    /** How the URLs of pages say it. */
    List<Parameter> parameters();

    /** A document as an element of the list. */
    default ObjectNode element(ObjectNode document) {
        return document;
    }
}

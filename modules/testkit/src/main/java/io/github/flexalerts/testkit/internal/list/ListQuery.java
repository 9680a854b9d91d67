package io.github.flexalerts.testkit.internal.list;

import io.github.flexalerts.testkit.internal.http.Query;
import io.github.flexalerts.testkit.internal.http.Query.Parameter;
import io.github.flexalerts.testkit.internal.http.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters of a list, checked. Parameters that the reference does not name are passed over. */
public record ListQuery(
        View view, int pageSize, int page, @Nullable PageToken token) {

    private static final int MAX_PAGE_SIZE = 1000;
    private static final int DEFAULT_PAGE_SIZE = 50;

    public static ListQuery of(Query query, View view) {
        String token = query.last("PageToken");
        return new ListQuery(
                view,
                number(query, "PageSize", DEFAULT_PAGE_SIZE, 1, MAX_PAGE_SIZE),
                number(query, "Page", 0, 0, Integer.MAX_VALUE),
                token == null
                        ? null
                        : PageToken.parse(token, view.order().fields().size()));
    }

    /** The query of the URL of a page of the same list, in the order of the reference's sample. */
    public String page(int index, @Nullable PageToken place) {
        List<Parameter> parameters = new ArrayList<>(view.parameters());
        parameters.add(new Parameter("PageSize", Integer.toString(pageSize)));
        parameters.add(new Parameter("Page", Integer.toString(index)));
        if (place != null) {
            parameters.add(new Parameter("PageToken", place.text()));
        }
        return parameters.stream()
                .map(parameter -> parameter.name() + "=" + Query.encode(parameter.value()))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static int number(Query query, String name, int preset, int low, int high) {
        String value = query.last(name);
        if (value == null) {
            return preset;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= low && number <= high) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number out of range.
        }
        throw Refusal.badRequest(name + " must be an integer from " + low + " to " + high);
    }
}

package io.github.flexalerts.core.page;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the service says of a page ({@code meta}). All of it is the service's word and none of it is trusted: only the path
 * and the query of {@link #nextPageUrl()} are ever followed.
 *
 * @param key the name of the member that holds the items, {@code rules}
 * @param page the index of the page, from 0
 * @param pageSize the size of the page as asked for
 * @param url the page's own URL
 * @param firstPageUrl the URL of the first page
 * @param previousPageUrl the URL of the page before, null on the first
 * @param nextPageUrl the URL of the page after, null or blank on the last
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PageMeta(
        @JsonProperty("key") @Nullable String key,
        @JsonProperty("page") @Nullable Integer page,
        @JsonProperty("page_size") @Nullable Integer pageSize,
        @JsonProperty("url") @Nullable String url,
        @JsonProperty("first_page_url") @Nullable String firstPageUrl,
        @JsonProperty("previous_page_url") @Nullable String previousPageUrl,
        @JsonProperty("next_page_url") @Nullable String nextPageUrl) {
    /** What is known of a page that came without {@code meta}: nothing, so it is the last. */
    public static final PageMeta NONE = new PageMeta(null, null, null, null, null, null, null);

    /**
     * Returns whether the listing ends with this page.
     *
     * @return true if there is no link to a next page, or a blank one
     */
    @JsonIgnore
    public boolean isLast() {
        return nextPageUrl == null || nextPageUrl.isBlank();
    }
}

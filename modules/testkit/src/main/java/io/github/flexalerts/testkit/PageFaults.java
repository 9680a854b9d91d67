package io.github.flexalerts.testkit;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.testkit.internal.fault.Arguments;
import io.github.flexalerts.testkit.internal.fault.FaultAction;
import io.github.flexalerts.testkit.internal.fault.FaultKind;
import io.github.flexalerts.testkit.internal.fault.PageLinks;
import io.github.flexalerts.testkit.internal.http.Exchange;
import io.github.flexalerts.testkit.internal.http.Operation;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Faults of paging. Except where said otherwise the {@code next_page_url} of every page is replaced, and added where
 * there is none, so that a hostile link shows on a list of one page too.
 */
public final class PageFaults {

    private static final String EVIL = "evil.example";

    static final List<FaultKind<Fault>> KINDS = List.of(
            new FaultKind<>(
                    "empty-page",
                    "[INDEX|all]",
                    "Serves the page with this index, 1 by default, without elements; these come on the page"
                            + " after it, or never with all, when every page is empty and links on.",
                    argument -> argument.equals("all")
                            ? emptyPages()
                            : emptyPage(
                                    argument.equals("0") ? 0 : Arguments.positive(Arguments.orElse(argument, "1")))),
            new FaultKind<>("repeated-link", "", "Links every page to itself.", argument -> repeatedLink()),
            new FaultKind<>(
                    "cyclic-link", "", "Links every page but the first to the first.", argument -> cyclicLink()),
            new FaultKind<>(
                    "backwards-link", "", "Links the last page to the one before it.", argument -> backwardsLink()),
            new FaultKind<>(
                    "foreign-link",
                    "[ORIGIN]",
                    "Links to another origin, https://evil.example by default.",
                    argument -> foreignLink(Arguments.orElse(argument, "https://" + EVIL))),
            new FaultKind<>(
                    "downgraded-link", "", "Links to the right host by plain http.", argument -> downgradedLink()),
            new FaultKind<>(
                    "user-info-link",
                    "[HOST]",
                    "Links to another host with the right one as user info, https://flex-api.twilio.com@evil.example/.",
                    argument -> userInfoLink(Arguments.orElse(argument, EVIL))),
            new FaultKind<>(
                    "backslash-link",
                    "[HOST]",
                    "Links to https://flex-api.twilio.com\\@evil.example/, which parsers read differently.",
                    argument -> backslashLink(Arguments.orElse(argument, EVIL))),
            new FaultKind<>(
                    "scheme-relative-link",
                    "[HOST]",
                    "Links to //evil.example/, without a scheme.",
                    argument -> schemeRelativeLink(Arguments.orElse(argument, EVIL))),
            new FaultKind<>(
                    "other-port-link",
                    "[PORT]",
                    "Links to another port of the right host, 8443 by default.",
                    argument -> otherPortLink(Arguments.positive(Arguments.orElse(argument, "8443")))),
            new FaultKind<>(
                    "other-path-link",
                    "[PATH]",
                    "Links to another path of the right host, /v1/Accounts by default.",
                    argument -> otherPathLink(Arguments.orElse(argument, "/v1/Accounts"))),
            new FaultKind<>(
                    "dot-dot-link", "", "Links out of the resource by way of /../ segments.", argument -> dotDotLink()),
            new FaultKind<>(
                    "relative-link",
                    "",
                    "Gives links as path and query only, which is legitimate; the last page stays the last.",
                    argument -> relativeLink()),
            new FaultKind<>(
                    "blank-link", "", "Ends the list with an empty text instead of null.", argument -> blankLink()),
            new FaultKind<>("next-link", "URL", "Links every page to this URL.", PageFaults::nextLink));

    private PageFaults() {}

    /** Serves the page with this index, from 0, without rules; these follow on the page after it, none is lost. */
    public static Fault emptyPage(int index) {
        if (index < 0) {
            throw new IllegalArgumentException("index must be 0 or more, was " + index);
        }
        return Fault.of("empty-page", Integer.toString(index), new EmptyPage(index));
    }

    /** Serves every page without rules and with a link to yet another one. */
    public static Fault emptyPages() {
        return Fault.of("empty-page", "all", new EmptyPage(-1));
    }

    /** Links every page to itself. */
    public static Fault repeatedLink() {
        return link("repeated-link", "", links -> links.origin() + links.url());
    }

    /** Links every page but the first to the first. */
    public static Fault cyclicLink() {
        return link(
                "cyclic-link",
                "",
                links -> links.origin() + (links.previous() == null ? links.onward() : links.first()));
    }

    /** Links the last page to the one before it, or to itself when it is the only one. */
    public static Fault backwardsLink() {
        return link("backwards-link", "", links -> {
            String previous = links.previous() == null ? links.url() : links.previous();
            return links.origin() + (links.next() == null ? previous : links.next());
        });
    }

    /** Links to another origin, such as {@code https://evil.example} or the base URL of another fake. */
    public static Fault foreignLink(String origin) {
        requireNonNull(origin, "origin");
        return link("foreign-link", origin, links -> origin + links.onward());
    }

    /** Links to the right host by plain http. */
    public static Fault downgradedLink() {
        return link("downgraded-link", "", links -> links.origin().replaceFirst("^https:", "http:") + links.onward());
    }

    /** Links to another host, with the right one as user info in front of it. */
    public static Fault userInfoLink(String host) {
        requireNonNull(host, "host");
        return link("user-info-link", host, links -> links.origin() + "@" + host + links.onward());
    }

    /** Links to a URL in which a backslash makes parsers disagree about the host. */
    public static Fault backslashLink(String host) {
        requireNonNull(host, "host");
        return link("backslash-link", host, links -> links.origin() + "\\@" + host + links.onward());
    }

    /** Links to another host without naming a scheme. */
    public static Fault schemeRelativeLink(String host) {
        requireNonNull(host, "host");
        return link("scheme-relative-link", host, links -> "//" + host + links.onward());
    }

    /** Links to another port of the right host. */
    public static Fault otherPortLink(int port) {
        return link("other-port-link", Integer.toString(port), links -> links.origin() + ":" + port + links.onward());
    }

    /** Links to another path of the right host. */
    public static Fault otherPathLink(String path) {
        requireNonNull(path, "path");
        return link("other-path-link", path, links -> links.origin() + path + links.onwardQuery());
    }

    /** Links out of the resource by way of {@code /../} segments. */
    public static Fault dotDotLink() {
        return link(
                "dot-dot-link",
                "",
                links -> links.origin() + links.path() + "/../../../Accounts" + links.onwardQuery());
    }

    /** Gives the link to the next page, where there is one, as path and query only. */
    public static Fault relativeLink() {
        return link("relative-link", "", PageLinks::next);
    }

    /** Ends the list with an empty text instead of null. */
    public static Fault blankLink() {
        return link("blank-link", "", links -> links.next() == null ? "" : links.origin() + links.next());
    }

    /** Links every page to this URL, or to whatever else this text is. */
    public static Fault nextLink(String url) {
        requireNonNull(url, "url");
        return link("next-link", url, links -> url);
    }

    private static Fault link(String name, String argument, Function<PageLinks, @Nullable String> next) {
        return Fault.of(name, argument, (OfPages) (document, exchange) -> {
            if (document.path("meta") instanceof ObjectNode meta) {
                meta.put("next_page_url", next.apply(PageLinks.of(meta)));
            }
        });
    }

    /** A fault that shows on lists only. */
    @FunctionalInterface
    interface OfPages extends FaultAction {
        @Override
        default boolean concerns(Exchange exchange) {
            Operation operation = exchange.route().operation();
            return operation != null && operation.lists();
        }

        @Override
        void change(ObjectNode document, Exchange exchange);
    }

    /** A page without rules that is not the last; a negative index is every page. */
    private record EmptyPage(int index) implements OfPages {

        @Override
        public void change(ObjectNode document, Exchange exchange) {
            if (document.path("meta") instanceof ObjectNode meta
                    && (index < 0 || meta.path("page").asInt(0) == index)) {
                PageLinks links = PageLinks.of(meta);
                document.putArray(meta.path("key").asString(""));
                meta.put("next_page_url", links.origin() + links.again());
            }
        }
    }
}

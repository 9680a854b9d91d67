package io.github.flexalerts.reactive.internal.paging;

import io.github.flexalerts.core.error.PagingException.Reason;
import io.github.flexalerts.reactive.internal.option.Origin;
import io.github.flexalerts.reactive.internal.option.Site;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the link to a next page. The link is the service's word, so it never chooses the host: only its path and query are
 * used, byte for byte, against the configured origin, and only if it leads to the same path.
 */
public final class NextLink {

    /** A link that must not be followed. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final Reason reason;

        Refused(Reason reason) {
            super(reason.name(), null, false, false);
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }

    private static final Pattern GRAPHIC = Pattern.compile("[!-~&&[^\\\\#]]*");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*");
    private static final Pattern PORT = Pattern.compile("[0-9]{0,5}");
    private static final Pattern PAGE = Pattern.compile("(?:^\\?|&)Page=([0-9]{1,18})(?=&|$)");

    private final Origin origin;
    private final Origin documented;
    private final List<String> expected;
    private final String path;

    public NextLink(Site site, String path) {
        this.origin = site.origin();
        this.documented = site.documented();
        this.expected = List.of(origin.toString(), documented.toString());
        this.path = path;
    }

    /** Returns the path and query to follow. */
    String target(String link) throws Refused {
        if (!GRAPHIC.matcher(link).matches()) {
            throw new Refused(Reason.MALFORMED);
        }
        String target = withoutAuthority(link);
        if (!pathOf(target).equals(path)) {
            throw new Refused(Reason.PATH);
        }
        return target;
    }

    /** Returns the number in the query's {@code Page}, or -1; it must never fall from one page to the next. */
    public static long pageNumber(String target) {
        int query = target.indexOf('?');
        if (query < 0) {
            return -1;
        }
        Matcher page = PAGE.matcher(target).region(query, target.length());
        return page.find() ? Long.parseLong(page.group(1)) : -1;
    }

    private String withoutAuthority(String link) throws Refused {
        for (String start : expected) {
            if (link.startsWith(start) && link.startsWith("/", start.length())) {
                return link.substring(start.length()); // nearly all of them
            }
        }
        return parsed(link);
    }

    private String parsed(String link) throws Refused {
        int colon = link.indexOf(':');
        if (link.startsWith("//")) {
            return checked(origin.scheme(), link.substring(2));
        }
        if (colon > 0 && SCHEME.matcher(link.substring(0, colon)).matches()) {
            if (!link.startsWith("//", colon + 1)) {
                throw new Refused(Reason.MALFORMED);
            }
            return checked(link.substring(0, colon).toLowerCase(Locale.ROOT), link.substring(colon + 3));
        }
        return relative(link);
    }

    private String relative(String link) {
        if (link.startsWith("/")) {
            return link;
        }
        return link.startsWith("?") ? path + link : path.substring(0, path.lastIndexOf('/') + 1) + link;
    }

    /** Checks the authority and returns what follows it. */
    private String checked(String scheme, String rest) throws Refused {
        int end = indexOfAny(rest, "/?");
        String authority = end < 0 ? rest : rest.substring(0, end);
        Reason refusal = refusal(scheme, authority);
        if (refusal != null) {
            throw new Refused(refusal);
        }
        return end < 0 ? "/" : rest.substring(end);
    }

    private @Nullable Reason refusal(String scheme, String authority) {
        if (authority.indexOf('@') >= 0) {
            return Reason.USER_INFO;
        }
        int colon = authority.lastIndexOf(':');
        boolean named = colon > authority.lastIndexOf(']');
        String host = (named ? authority.substring(0, colon) : authority).toLowerCase(Locale.ROOT);
        String port = named ? authority.substring(colon + 1) : "";
        if (!PORT.matcher(port).matches()) {
            return Reason.MALFORMED;
        }
        Origin linked = new Origin(scheme, host, port.isEmpty() ? Origin.defaultPort(scheme) : Integer.parseInt(port));
        return linked.equals(origin) || linked.equals(documented) ? null : difference(linked);
    }

    private Reason difference(Origin linked) {
        if (!linked.host().equals(origin.host()) && !linked.host().equals(documented.host())) {
            return Reason.HOST;
        }
        Origin expected = linked.host().equals(origin.host()) ? origin : documented;
        return linked.scheme().equals(expected.scheme()) ? Reason.PORT : Reason.SCHEME;
    }

    private static String pathOf(String target) {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    private static int indexOfAny(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}

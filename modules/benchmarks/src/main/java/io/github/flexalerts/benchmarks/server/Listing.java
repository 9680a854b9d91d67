package io.github.flexalerts.benchmarks.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the server is asked to list. It travels in the SID of the instance, the one place that every client passes on.
 *
 * @param total how many rules there are
 * @param thinkMillis how long the server takes for each page, in ms
 */
public record Listing(int total, int thinkMillis) {
    /** Where the links of the pages point to, whatever the server's own address is. */
    public static final String LINK_ORIGIN = "https://flex-api.twilio.com";

    private static final String BEFORE_SID = "/v1/Instances/";
    private static final byte[] TAIL = "]}".getBytes(StandardCharsets.US_ASCII);
    private static final int SID_LENGTH = 34;

    /**
     * Reads a listing from a target.
     *
     * @param target path and query of a request
     * @return the listing
     */
    static Listing of(String target) {
        int start = BEFORE_SID.length() + 2;
        return new Listing(
                Integer.parseInt(target, start, start + 8, 16), Integer.parseInt(target, start + 8, start + 16, 16));
    }

    /** Tells whether a target is of one rule. */
    static boolean isOneRule(String target) {
        return target.startsWith("/InsightsRules/", BEFORE_SID.length() + SID_LENGTH);
    }

    /** Reads a number from the query of a target. */
    static int number(String target, String name, int otherwise) {
        int start = target.indexOf(name + "=");
        if (start < 0) {
            return otherwise;
        }
        int from = start + name.length() + 1;
        int end = target.indexOf('&', from);
        return Integer.parseInt(target, from, end < 0 ? target.length() : end, 10);
    }

    /**
     * Returns the instance that has these rules.
     *
     * @return its SID
     */
    public String instanceSid() {
        return "GO%08x%08x%016x".formatted(total, thinkMillis, 0);
    }

    /**
     * Returns the target of the rules.
     *
     * @return the path
     */
    public String path() {
        return BEFORE_SID + instanceSid() + "/InsightsRules";
    }

    /**
     * Returns the target of a page.
     *
     * @param pageSize how many rules a page has
     * @param page its index
     * @return path and query
     */
    public String target(int pageSize, int page) {
        String first = path() + "?PageSize=" + pageSize;
        return page == 0 ? first : first + "&Page=" + page + "&PageToken=PT" + page;
    }

    /**
     * Returns how many pages there are.
     *
     * @param pageSize how many rules a page has
     * @return the number, at least 1
     */
    public int pages(int pageSize) {
        return Math.max(1, (total + pageSize - 1) / pageSize);
    }

    /**
     * Returns the body of a page, in parts: Netty would copy a buffer made of them before it writes it.
     *
     * @param block where its rules are
     * @param pageSize how many rules a page has
     * @param page its index
     * @return the bytes, to be released
     */
    public List<ByteBuf> body(RuleBlock block, int pageSize, int page) {
        long first = (long) page * pageSize;
        int count = (int) Math.min(pageSize, total - first);
        List<ByteBuf> parts = new ArrayList<>();
        parts.add(Unpooled.wrappedBuffer(head(pageSize, page)));
        parts.addAll(block.rules(first, count));
        parts.add(Unpooled.wrappedBuffer(TAIL));
        return parts;
    }

    private byte[] head(int pageSize, int page) {
        String next = page + 1 < pages(pageSize) ? quoted(target(pageSize, page + 1)) : "null";
        String previous = page > 0 ? quoted(target(pageSize, page - 1)) : "null";
        return """
                {"meta":{"page":%d,"page_size":%d,"first_page_url":%s,"previous_page_url":%s,"url":%s,\
                "next_page_url":%s,"key":"rules"},"rules":[""".formatted(
                        page, pageSize, quoted(target(pageSize, 0)), previous, quoted(target(pageSize, page)), next)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String target) {
        return '"' + LINK_ORIGIN + target + '"';
    }
}

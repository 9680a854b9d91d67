package io.github.flexalerts.cli.bulk;

import io.github.flexalerts.bulk.RolloutResult;
import java.util.List;
import java.util.Locale;

/** A rollout as one HTML file that needs no network, in light and dark. */
final class HtmlReport {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 160;
    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Rollout of alert rules</title>
            <style>
            :root { color-scheme: light dark; --line: #2563eb; --bad: #b91c1c; --rule: #d4d4d8; }
            @media (prefers-color-scheme: dark) { :root { --line: #60a5fa; --bad: #f87171; --rule: #3f3f46; } }
            body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid var(--rule); }
            td.number, th.number { text-align: right; }
            .failed { color: var(--bad); font-weight: 600; }
            svg { width: 100%; height: auto; }
            </style>
            </head>
            <body>
            """;

    private HtmlReport() {}

    static String of(RolloutReport report) {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("<h1>Rollout of alert rules</h1>\n<p>From <code>")
                .append(escaped(report.source()))
                .append("</code>, started ")
                .append(report.start())
                .append(". ")
                .append(escaped(report.counts()))
                .append(".</p>\n");
        progress(page, report.entries());
        errors(page, report);
        targets(page, report.entries());
        return page.append("</body>\n</html>\n").toString();
    }

    private static void progress(StringBuilder page, List<RolloutReport.Entry> entries) {
        page.append("<h2>Progress over time</h2>\n<svg viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(HEIGHT + 20)
                .append(
                        "\" role=\"img\" aria-label=\"Targets done over time\">\n<polyline fill=\"none\" stroke=\"var(--line)\"")
                .append(" stroke-width=\"2\" points=\"0,")
                .append(HEIGHT);
        double last = entries.isEmpty()
                ? 1
                : Math.max(1, entries.get(entries.size() - 1).at().toMillis());
        for (int i = 0; i < entries.size(); i++) {
            page.append(String.format(
                    Locale.ROOT,
                    " %.1f,%.1f",
                    entries.get(i).at().toMillis() / last * WIDTH,
                    HEIGHT - (i + 1.0) / entries.size() * HEIGHT));
        }
        page.append("\"/>\n<text x=\"0\" y=\"")
                .append(HEIGHT + 16)
                .append("\" fill=\"currentColor\" font-size=\"12\">0 s</text>\n<text x=\"")
                .append(WIDTH)
                .append("\" y=\"")
                .append(HEIGHT + 16)
                .append("\" text-anchor=\"end\" fill=\"currentColor\" font-size=\"12\">")
                .append(String.format(Locale.ROOT, "%.1f s, %d targets", last / 1000, entries.size()))
                .append("</text>\n</svg>\n");
    }

    private static void errors(StringBuilder page, RolloutReport report) {
        if (report.errors().isEmpty()) {
            return;
        }
        page.append("<h2>Errors by kind</h2>\n<table>\n<tr><th>kind</th><th class=\"number\">targets</th></tr>\n");
        report.errors()
                .forEach((kind, count) -> page.append("<tr><td>")
                        .append(escaped(kind))
                        .append("</td><td class=\"number\">")
                        .append(count)
                        .append("</td></tr>\n"));
        page.append("</table>\n");
    }

    private static void targets(StringBuilder page, List<RolloutReport.Entry> entries) {
        page.append("<h2>Targets</h2>\n<table>\n<tr><th>target</th><th>group</th><th>status</th>"
                + "<th class=\"number\">created</th><th class=\"number\">updated</th><th class=\"number\">deleted</th>"
                + "<th class=\"number\">seconds</th><th>error</th></tr>\n");
        entries.forEach(entry -> row(page, entry));
        page.append("</table>\n");
    }

    private static void row(StringBuilder page, RolloutReport.Entry entry) {
        RolloutResult result = entry.result();
        boolean failed = result.status() == RolloutResult.Status.FAILED;
        page.append("<tr><td>")
                .append(escaped(result.target()))
                .append("</td><td>")
                .append(result.group())
                .append(failed ? "</td><td class=\"failed\">" : "</td><td>")
                .append(RolloutReport.name(result.status()));
        for (int number : List.of(result.created(), result.updated(), result.deleted())) {
            page.append("</td><td class=\"number\">").append(number);
        }
        page.append("</td><td class=\"number\">")
                .append(String.format(Locale.ROOT, "%.1f", result.elapsed().toMillis() / 1000.0))
                .append("</td><td>")
                .append(escaped(entry.reason() == null ? "" : entry.reason()))
                .append("</td></tr>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

package dev.rehearsal.probe.comparison.report;

import dev.rehearsal.probe.comparison.Amount;
import dev.rehearsal.probe.comparison.Example;
import dev.rehearsal.probe.comparison.Group;
import dev.rehearsal.probe.comparison.ReplySummary;
import dev.rehearsal.probe.comparison.Tally;
import java.util.List;
import java.util.Locale;

/** A report as one page that needs nothing else, light or dark as the reader's system is. */
final class HtmlReport {

    private static final String STYLE = """
            :root { color-scheme: light dark; --text: #1b1f24; --soft: #57606a; --page: #ffffff; --card: #f6f8fa; --line: #d0d7de;
              --good: #116329; --bad: #a40e26; --bar: #0969da; }
            @media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --soft: #9da7b3; --page: #0d1117; --card: #161b22;
              --line: #30363d; --good: #56d364; --bad: #ff7b72; --bar: #58a6ff; } }
            * { box-sizing: border-box }
            body { margin: 0 auto; padding: 24px 16px 64px; max-width: 1100px; background: var(--page); color: var(--text);
              font: 15px/1.5 system-ui, sans-serif }
            h1 { font-size: 22px; margin: 0 0 8px } h2 { font-size: 17px; margin: 32px 0 8px }
            .result { font-size: 17px; font-weight: 600; border-left: 4px solid; padding: 4px 12px; margin: 16px 0 }
            .good { color: var(--good) } .bad { color: var(--bad) } .soft { color: var(--soft) }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 0 } dt { color: var(--soft) } dd { margin: 0 }
            table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: 4px 12px 4px 0; vertical-align: top;
              border-bottom: 1px solid var(--line) } th { font-weight: 600; color: var(--soft) }
            td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
            details { background: var(--card); border: 1px solid var(--line); border-radius: 6px; margin: 8px 0; padding: 8px 12px }
            summary { cursor: pointer } summary b { font-weight: 600 }
            code { font: 13px/1.5 ui-monospace, monospace; overflow-wrap: anywhere }
            .example { border-top: 1px solid var(--line); padding: 8px 0; margin-top: 8px }
            """;

    private final Report report;
    private final StringBuilder page = new StringBuilder();

    HtmlReport(Report report) {
        this.report = report;
    }

    String page() {
        Tally tally = report.tally();
        add("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">");
        add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        add("<title>Two update servers compared</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n<main>");
        add("<h1>Two update servers compared</h1>");
        add("<dl><dt>left</dt><dd><code>" + Words.html(report.left()) + "</code></dd>");
        add("<dt>right</dt><dd><code>" + Words.html(report.right()) + "</code></dd></dl>");
        add("<p class=\"result " + (tally.isSame() ? "good" : "bad") + "\">" + Words.html(report.result()) + "</p>");
        report.notes().forEach(note -> add("<p class=\"soft\">" + Words.html(note) + "</p>"));
        totals(tally);
        groups(tally);
        reasons(tally);
        if (!tally.movingExamples().isEmpty()) {
            add("<h2>Moving</h2>\n<p>These differed at first, and no longer when they were asked again.</p>");
            fold("Examples", tally.moving(), tally.movingExamples(), false);
        }
        add("</main>\n</body>\n</html>");
        return page.toString();
    }

    private void totals(Tally tally) {
        add("<h2>All requests</h2>\n<table><thead><tr><th>answers</th><th class=\"number\">requests</th>"
                + "<th class=\"number\">made by clients</th></tr></thead><tbody>");
        total("same", tally.same());
        total("ignored for a reason", tally.ignored());
        total("moving", tally.moving());
        total("different", tally.different());
        total("all", tally.all());
        add("</tbody></table>");
    }

    private void total(String name, Amount amount) {
        add(String.format(
                Locale.ROOT,
                "<tr><td>%s</td><td class=\"number\">%,d</td><td class=\"number\">%,d</td></tr>",
                name,
                amount.requests(),
                amount.times()));
    }

    private void groups(Tally tally) {
        if (tally.groups().isEmpty()) {
            return;
        }
        add(
                "<h2>Different</h2>\n<p>By what differs and the rules that decided; what clients ask most stands first.</p>");
        boolean first = true;
        for (Group group : tally.groups()) {
            fold(group.key().title(), group.amount(), group.examples(), first);
            first = false;
        }
    }

    private void reasons(Tally tally) {
        if (tally.reasons().isEmpty()) {
            return;
        }
        add("<h2>Ignored</h2>");
        tally.reasons().forEach((reason, ignored) -> fold(reason.words(), ignored.amount(), ignored.examples(), false));
    }

    private void fold(String title, Amount amount, List<Example> examples, boolean open) {
        add("<details" + (open ? " open" : "") + "><summary><b>" + Words.html(title) + "</b> <span class=\"soft\">"
                + amount + "</span></summary>");
        examples.forEach(this::example);
        add("</details>");
    }

    private void example(Example example) {
        add("<div class=\"example\"><code>"
                + Words.html(example.request().forced(example.difference().force())) + "</code><dl>");
        side("left", example.difference().left());
        side("right", example.difference().right());
        add("</dl></div>");
    }

    private void side(String name, ReplySummary reply) {
        String line = reply.line().isEmpty() ? "" : "<br><code>" + Words.html(reply.line()) + "</code>";
        add("<dt>" + name + "</dt><dd>" + Words.html(Words.of(reply)) + line + "</dd>");
    }

    private void add(String line) {
        page.append(line).append('\n');
    }
}

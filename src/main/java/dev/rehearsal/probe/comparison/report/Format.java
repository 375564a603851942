package dev.rehearsal.probe.comparison.report;

/** The forms of a report. */
public enum Format {
    TEXT,
    JSON,
    HTML;

    public String write(Report report) {
        return switch (this) {
            case TEXT -> new TextReport(report).text();
            case JSON -> JsonReport.of(report);
            case HTML -> new HtmlReport(report).page();
        };
    }
}

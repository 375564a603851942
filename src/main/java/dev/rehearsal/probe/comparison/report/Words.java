package dev.rehearsal.probe.comparison.report;

import dev.rehearsal.probe.comparison.Told;

/** Makes what servers and clients sent, which may hold anything, fit for a report. */
final class Words {

    private Words() {}

    static String of(Told told) {
        return told.status() == 0
                ? "no answer"
                : "status %d, rule %s version %s, offers %s"
                        .formatted(told.status(), told.rule(), told.ruleVersion(), told.release());
    }

    /** Without what would move a terminal's cursor or colours. */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> Character.isISOControl(point) ? '?' : point)
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }

    static String html(String text) {
        return printable(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

package dev.rehearsal.probe.comparison.report;

import dev.rehearsal.probe.comparison.ReplySummary;

/** Makes what servers and clients sent, which may hold anything, fit for a report. */
final class Words {

    private Words() {}

    static String of(ReplySummary reply) {
        return reply.status() == 0
                ? "no answer"
                : "status %d, rule %s version %s, offers %s"
                        .formatted(reply.status(), reply.rule(), reply.ruleVersion(), reply.release());
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

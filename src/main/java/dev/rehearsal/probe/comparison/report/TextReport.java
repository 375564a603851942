package dev.rehearsal.probe.comparison.report;

import dev.rehearsal.probe.comparison.Example;
import dev.rehearsal.probe.comparison.Group;
import dev.rehearsal.probe.comparison.ReplySummary;
import dev.rehearsal.probe.comparison.Tally;

/** A report in lines for a terminal. */
final class TextReport {

    private final Report report;
    private final StringBuilder text = new StringBuilder();

    TextReport(Report report) {
        this.report = report;
    }

    String text() {
        Tally tally = report.tally();
        line("left   " + report.left());
        line("right  " + report.right());
        report.notes().forEach(this::line);
        line("");
        line(report.result());
        line("");
        line("same       " + tally.same());
        line("ignored    " + tally.ignored());
        line("moving     " + tally.moving());
        line("different  " + tally.different());
        int number = 0;
        for (Group group : tally.groups()) {
            number++;
            line("");
            line("Group " + number + ": " + group.key().title());
            line("  " + group.amount());
            group.examples().forEach(this::example);
        }
        tally.reasons().forEach((reason, ignored) -> {
            line("");
            line("Ignored: " + reason.words());
            line("  " + ignored.amount());
            ignored.examples().forEach(this::example);
        });
        if (!tally.movingExamples().isEmpty()) {
            line("");
            line("Moving: these differed at first, and no longer when they were asked again");
            tally.movingExamples().forEach(this::example);
        }
        return text.toString();
    }

    private void example(Example example) {
        line("  " + example.request().forced(example.difference().force()));
        side("left ", example.difference().left());
        side("right", example.difference().right());
    }

    private void side(String name, ReplySummary reply) {
        line("    " + name + "  " + Words.of(reply));
        if (!reply.line().isEmpty()) {
            line("           " + reply.line());
        }
    }

    private void line(String line) {
        text.append(Words.printable(line)).append('\n');
    }
}

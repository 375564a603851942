package dev.rehearsal.ui.releases;

import dev.rehearsal.insight.preview.ReleaseTable;
import dev.rehearsal.insight.preview.ReleaseUse;
import dev.rehearsal.insight.preview.ReleaseUse.By;
import dev.rehearsal.insight.preview.ReleaseUse.When;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Makes the chips that the list shows for a release. */
final class ReleaseFormatter {

    private static final Messages MESSAGES = Messages.beside(ReleaseFormatter.class);

    private ReleaseFormatter() {}

    static List<ReleaseSign> states(ReleaseTable.Row row) {
        List<ReleaseSign> states = new ArrayList<>();
        switch (row.fate()) {
            case STAYS -> {}
            case EDITED -> states.add(new ReleaseSign(Tone.CAREFUL, "✎", MESSAGES.get("fate.edited"), ""));
            case ADDED -> states.add(new ReleaseSign(Tone.GOOD, "+", MESSAGES.get("fate.added"), ""));
            case REMOVED -> states.add(new ReleaseSign(Tone.BAD, "−", MESSAGES.get("fate.removed"), ""));
        }
        if (row.release().readOnly()) {
            states.add(new ReleaseSign(Tone.CALM, "⊘", MESSAGES.get("read-only"), MESSAGES.get("read-only.title")));
        }
        return states;
    }

    /** First what changes, then what is writable. */
    static int stateOrder(ReleaseTable.Row row) {
        return (row.fate() == ReleaseTable.Fate.STAYS ? 2 : 0) + (row.release().readOnly() ? 1 : 0);
    }

    /** One chip for each way in which it is used; nothing says that it is not used at all. */
    static List<ReleaseSign> uses(ReleaseTable.Row row) {
        List<ReleaseSign> signs = new ArrayList<>();
        add(signs, row, "served", Tone.GOOD, "●", use -> use.by() instanceof By.OfRule && use.when() == When.LIVE);
        add(signs, row, "going", Tone.CAREFUL, "−", use -> use.by() instanceof By.OfRule && use.when() == When.GOING);
        add(
                signs,
                row,
                "to-come",
                Tone.CAREFUL,
                "+",
                use -> use.by() instanceof By.OfRule && use.when() == When.TO_COME);
        add(signs, row, "pinned", Tone.CALM, "⊙", use -> use.by() instanceof By.OfPin);
        add(signs, row, "child", Tone.CALM, "⊂", use -> use.by() instanceof By.OfParent);
        add(signs, row, "partial", Tone.CALM, "Δ", use -> use.by() instanceof By.OfPartial);
        if (signs.isEmpty()) {
            signs.add(new ReleaseSign(Tone.CALM, "○", MESSAGES.get("uses.none"), MESSAGES.get("uses.none.title")));
        }
        return signs;
    }

    private static void add(
            List<ReleaseSign> signs,
            ReleaseTable.Row row,
            String way,
            Tone tone,
            String symbol,
            Predicate<ReleaseUse> wanted) {
        List<ReleaseUse> uses = row.uses().stream().filter(wanted).toList();
        if (!uses.isEmpty()) {
            String who = uses.stream().limit(20).map(use -> name(use.by())).collect(Collectors.joining(", "));
            signs.add(new ReleaseSign(tone, symbol, MESSAGES.get("uses." + way, uses.size()), who));
        }
    }

    private static String name(By by) {
        return switch (by) {
            case By.OfRule(var rule, var _) -> "#" + rule;
            case By.OfPin(var pin) -> pin.toString();
            case By.OfParent(var parent) -> parent.value();
            case By.OfPartial(var release) -> release.value();
        };
    }
}

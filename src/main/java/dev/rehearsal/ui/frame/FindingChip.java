package dev.rehearsal.ui.frame;

import dev.rehearsal.insight.warning.Finding;

/** A chip that names the kind of a finding in a word or two, or tells how many there are of that kind. */
public final class FindingChip extends Chip {

    private static final Messages MESSAGES = Messages.beside(FindingChip.class);

    private FindingChip(Finding.Kind kind, String text) {
        super(tone(kind), symbol(kind), text);
    }

    public static FindingChip of(Finding finding) {
        return new FindingChip(
                finding.kind(), MESSAGES.get("kind." + finding.kind().wireName()));
    }

    /** @param count at least 1 */
    public static FindingChip of(Finding.Kind kind, int count) {
        return new FindingChip(kind, MESSAGES.get("count." + kind.wireName(), count));
    }

    /** Returns what was found, and what to do. */
    public static String said(Finding finding) {
        return Sentence.of(finding.sentence()) + " " + Sentence.of(finding.whatToDo());
    }

    private static Tone tone(Finding.Kind kind) {
        return switch (kind.severity()) {
            case ERROR -> Tone.BAD;
            case WARNING -> kind == Finding.Kind.NO_URL || kind == Finding.Kind.SCOPE_GONE ? Tone.BAD : Tone.CAREFUL;
        };
    }

    private static String symbol(Finding.Kind kind) {
        return switch (kind) {
            case CONFLICT, ALIAS_CLASH, MISSING_RELEASE, NOBODY_CAN_SIGN, GATE_CANNOT_OPEN -> "✕";
            case SCOPE_GONE -> "?";
            case TIE -> "≈";
            case NO_URL, DANGLING_RULE, UNREACHED -> "∅";
            case SHADOWED -> "◌";
            case RELEASE_MOVED, CHANGES_NOTHING, FOREIGN_RELEASE, THROTTLED, RATE_DECIDES_NOTHING, MATCHES_NOTHING ->
                "!";
        };
    }
}

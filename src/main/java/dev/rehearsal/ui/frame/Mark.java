package dev.rehearsal.ui.frame;

import java.util.Locale;

/** The marks in the staged table tell people where a row comes from. */
public enum Mark {
    LIVE("", Tone.CALM),
    EDITED("✎", Tone.CAREFUL),
    ADDED("+", Tone.GOOD),
    REMOVED("−", Tone.BAD),
    /** It is live, and the queue removes it. */
    TO_BE_REMOVED("−", Tone.BAD);

    private static final Messages MESSAGES = Messages.beside(Mark.class);

    private final String symbol;
    private final Tone tone;

    Mark(String symbol, Tone tone) {
        this.symbol = symbol;
        this.tone = tone;
    }

    public String symbol() {
        return symbol;
    }

    public String word() {
        return MESSAGES.get("mark." + name().toLowerCase(Locale.ROOT));
    }

    /** The class that style sheets know such rows by. */
    public String className() {
        return this == TO_BE_REMOVED ? REMOVED.className() : name().toLowerCase(Locale.ROOT);
    }

    public Tone tone() {
        return tone;
    }
}

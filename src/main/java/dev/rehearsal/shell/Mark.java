package dev.rehearsal.shell;

/** Where a row of the staged table comes from, as people see it. */
public enum Mark {
    LIVE("", "live", Tone.CALM),
    EDITED("✎", "edited", Tone.CAREFUL),
    ADDED("+", "added", Tone.GOOD),
    REMOVED("−", "removed", Tone.BAD);

    private final String symbol;
    private final String word;
    private final Tone tone;

    Mark(String symbol, String word, Tone tone) {
        this.symbol = symbol;
        this.word = word;
        this.tone = tone;
    }

    public String symbol() {
        return symbol;
    }

    public String word() {
        return word;
    }

    public Tone tone() {
        return tone;
    }
}

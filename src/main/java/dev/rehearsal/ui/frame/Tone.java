package dev.rehearsal.ui.frame;

/** The tone of a state tells how much it wants to be noticed. Colour only repeats what symbol and word say. */
public enum Tone {
    CALM,
    GOOD,
    CAREFUL,
    BAD;

    /** The class that the style sheet knows it by. */
    public String className() {
        return switch (this) {
            case CALM -> "calm";
            case GOOD -> "good";
            case CAREFUL -> "careful";
            case BAD -> "bad";
        };
    }
}

package dev.rehearsal.review;

import dev.rehearsal.staging.Change;
import org.jspecify.annotations.Nullable;

/**
 * Something that a set would overwrite although its author never saw it. Its people decide: what the set says, or what is
 * there.
 */
public sealed interface Clash {

    Change change();

    /** As people name it, such as {@code rule #204}. */
    String row();

    /** Whether what the set says can still be done. */
    boolean canBeMine();

    /**
     * A field that others gave another value meanwhile.
     *
     * @param base what was there when the edit was saved
     * @param mine what the set would make of it
     * @param theirs what is there now
     */
    record OfField(
            Change change,
            String row,
            String field,
            @Nullable Object base,
            @Nullable Object mine,
            @Nullable Object theirs)
            implements Clash {

        @Override
        public boolean canBeMine() {
            return true;
        }
    }

    /** A row that is not there any more, is there already, or is not what it was when its removal was saved. */
    record OfRow(Change change, String row, Trouble trouble) implements Clash {

        @Override
        public boolean canBeMine() {
            return trouble != Trouble.GONE;
        }
    }

    /** What became of a row. */
    enum Trouble {
        GONE("is gone"),
        EXISTS("exists already"),
        MOVED("was changed after this was saved");

        private final String said;

        Trouble(String said) {
            this.said = said;
        }

        public String said() {
            return said;
        }
    }
}

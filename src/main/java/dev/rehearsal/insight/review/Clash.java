package dev.rehearsal.insight.review;

import dev.rehearsal.staging.Change;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A clash is something that a set would overwrite although its author never saw it. Its people decide: what the set
 * says, what is there, or what was there before both.
 */
public sealed interface Clash {

    Change change();

    /** As people name it, such as {@code rule #204}. */
    String row();

    /** Returns what can be decided, each with an outcome of its own. */
    List<Side> sides();

    /** The side that has its way. */
    enum Side {
        /** What the set says. */
        MINE,
        /** What is there stays. */
        THEIRS,
        /** The set puts back what was there when it was saved. */
        BASE
    }

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
        public List<Side> sides() {
            return Objects.equals(base, mine) || Objects.equals(base, theirs)
                    ? List.of(Side.MINE, Side.THEIRS)
                    : List.of(Side.MINE, Side.THEIRS, Side.BASE);
        }

        public @Nullable Object value(Side side) {
            return switch (side) {
                case MINE -> mine;
                case THEIRS -> theirs;
                case BASE -> base;
            };
        }
    }

    /**
     * A row that is not there any more, is there already, is another one, or is not what it was when its removal was saved.
     */
    record OfRow(Change change, String row, Trouble trouble) implements Clash {

        @Override
        public List<Side> sides() {
            return trouble == Trouble.GONE ? List.of(Side.THEIRS) : List.of(Side.MINE, Side.THEIRS);
        }
    }

    /** The kinds of trouble with a row tell what became of it. */
    enum Trouble {
        GONE("is gone"),
        EXISTS("exists already"),
        REPLACED("was removed and made again after this was saved"),
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

package dev.rehearsal.staging;

import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A conflict says why a set cannot be applied where it stands in the queue; it is then left out of the stage. */
public record Conflict(QueuedSet leftOut, List<Reason> reasons) {

    public Conflict {
        reasons = List.copyOf(reasons);
    }

    public ChangeSetId set() {
        return leftOut.id();
    }

    /** One reason; {@link #sentence()} is what people read. */
    public sealed interface Reason {

        String sentence();
    }

    /** The field holds a value that the author of the edit never saw. */
    public record FieldMoved(
            String object,
            String field,
            FieldEdit edit,
            @Nullable Object found) implements Reason {
        @Override
        public String sentence() {
            return "%s: %s was %s when this edit was saved and is %s now; it would become %s"
                    .formatted(object, field, show(edit.staged()), show(found), show(edit.value()));
        }
    }

    /** The row that an edit or a removal is about does not exist there. */
    public record RowGone(String object) implements Reason {
        @Override
        public String sentence() {
            return object + " no longer exists";
        }
    }

    /** The row is not the one whose removal was asked for. */
    public record RowMoved(String object) implements Reason {
        @Override
        public String sentence() {
            return object + " was edited after its removal was saved";
        }
    }

    /** The row that an edit or a removal is about was removed, and another one has taken its place. */
    public record RowReplaced(String object) implements Reason {
        @Override
        public String sentence() {
            return object + " was removed and made again since this was saved";
        }
    }

    /** A rule or a pin would name a release that has taken the place of the one that was meant. */
    public record ReleaseReplaced(String object, ReleaseName release) implements Reason {
        @Override
        public String sentence() {
            return "%s would name release '%s', which was removed and made again since this was saved"
                    .formatted(object, release);
        }
    }

    /** An addition names a row that is there already. */
    public record RowExists(String object) implements Reason {
        @Override
        public String sentence() {
            return object + " exists already";
        }
    }

    /** Two rules would have one alias. */
    public record AliasTaken(String alias, RuleId first, RuleId second) implements Reason {
        @Override
        public String sentence() {
            return "alias '%s' would belong to %s and to %s".formatted(alias, first.named(), second.named());
        }
    }

    /** A rule or a pin would name a release that does not exist. */
    public record ReleaseMissing(String object, ReleaseName release) implements Reason {
        @Override
        public String sentence() {
            return object + " would name release '" + release + "', which would not exist";
        }
    }

    /** The set would change or remove a release that is locked against edits (a Balrog fact). */
    public record ReadOnly(ReleaseName release) implements Reason {
        @Override
        public String sentence() {
            return "release '" + release + "' is read-only: make it writable before changing it";
        }
    }

    /** Parts that were right when they were saved do not fit together any more. */
    public record ReleaseInvalid(ReleaseName release, Problem problem) implements Reason {
        @Override
        public String sentence() {
            return "release '" + release + "' would not be valid: " + problem;
        }
    }

    private static String show(@Nullable Object value) {
        return value == null ? "empty" : "'" + value + "'";
    }
}

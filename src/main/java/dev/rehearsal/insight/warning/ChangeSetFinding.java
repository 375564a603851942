package dev.rehearsal.insight.warning;

import dev.rehearsal.access.Role;
import dev.rehearsal.live.LastWrite;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Conflict;

/** A finding about one change set. */
public sealed interface ChangeSetFinding extends Finding {

    @Override
    ChangeSetId changeSet();

    /** The set cannot be applied where it stands in the queue. */
    record InConflict(ChangeSetId changeSet, Conflict.Reason reason) implements ChangeSetFinding {
        @Override
        public Kind kind() {
            return switch (reason) {
                case Conflict.AliasTaken _ -> Kind.ALIAS_CLASH;
                case Conflict.ReleaseMissing _ -> Kind.MISSING_RELEASE;
                case Conflict.FieldMoved _,
                        Conflict.RowGone _,
                        Conflict.RowMoved _,
                        Conflict.RowReplaced _,
                        Conflict.ReleaseReplaced _,
                        Conflict.RowExists _,
                        Conflict.ReadOnly _,
                        Conflict.ReleaseInvalid _ -> Kind.CONFLICT;
            };
        }

        @Override
        public String sentence() {
            return reason.sentence();
        }

        @Override
        public String whatToDo() {
            return switch (reason) {
                case Conflict.FieldMoved _, Conflict.RowMoved _, Conflict.RowReplaced _, Conflict.ReleaseReplaced _ ->
                    "decide on the page of the set: what it says, or what is there now";
                case Conflict.RowGone _ -> "take the change out of the set";
                case Conflict.RowExists _ -> "edit what is there instead";
                case Conflict.AliasTaken _ -> "give one of the two another alias";
                case Conflict.ReleaseMissing _ -> "add the release in a set due before, or name another";
                case Conflict.ReadOnly _ -> "make it writable, or take the change out of the set";
                case Conflict.ReleaseInvalid _ -> "write the parts of the release again";
            };
        }
    }

    /** A row of configuration, or a shutoff, is another than the one that was to be changed. */
    record ConfigurationMoved(ChangeSetId changeSet, String said) implements ChangeSetFinding {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return said;
        }

        @Override
        public String whatToDo() {
            return "save the set again as it should be now, or withdraw it";
        }
    }

    /** @param eligible how many hold the role and wrote none of the set */
    record NobodyCanSign(ChangeSetId changeSet, Role role, int needed, int eligible) implements ChangeSetFinding {
        @Override
        public Kind kind() {
            return Kind.NOBODY_CAN_SIGN;
        }

        @Override
        public String sentence() {
            return "%s needed by %s, but %s other than its writers can give one"
                    .formatted(
                            needed == 1 ? "1 signoff is" : needed + " signoffs are",
                            role,
                            eligible == 0
                                    ? "nobody"
                                    : eligible == 1 ? "only 1 person" : "only %d people".formatted(eligible));
        }

        @Override
        public String whatToDo() {
            return "give the role %s to somebody who did not write the set".formatted(role);
        }
    }

    /**
     * A change says what is so already, as Balrog's clients may schedule it.
     *
     * @param row what it is about
     */
    record ChangesNothing(ChangeSetId changeSet, String row) implements ChangeSetFinding {
        @Override
        public Kind kind() {
            return Kind.CHANGES_NOTHING;
        }

        @Override
        public String sentence() {
            return "nothing changes: %s looks like this already".formatted(row);
        }

        @Override
        public String whatToDo() {
            return "say what shall be different, or withdraw it";
        }
    }

    /** A release that the set leads to, or edits, was written after the set was saved. */
    record ReleaseMoved(ChangeSetId changeSet, ReleaseName release, LastWrite last) implements ChangeSetFinding {
        @Override
        public Kind kind() {
            return Kind.RELEASE_MOVED;
        }

        @Override
        public String sentence() {
            return "%s was %s by %s after this set was saved"
                    .formatted(release, last.removed() ? "deleted" : "changed", last.by());
        }

        @Override
        public String whatToDo() {
            return last.removed() ? "name another release" : "look whether it is still what shall go live, and test it";
        }
    }
}

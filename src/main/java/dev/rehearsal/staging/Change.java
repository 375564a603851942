package dev.rehearsal.staging;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import java.util.List;
import java.util.Map;

/**
 * One addition, edit or removal of one object. An edit holds only the fields that it sets, never a copy of the row, so
 * that two edits of one row can both be right.
 */
public sealed interface Change {

    ChangeId id();

    /** The same change as another one of its set, or as one of another set. */
    Change withId(ChangeId other);

    /** The rule's id is reserved: it addresses the row, and breaks ties, before and after enacting alike. */
    record RuleAddition(ChangeId id, Rule rule) implements Change {
        @Override
        public RuleAddition withId(ChangeId other) {
            return new RuleAddition(other, rule);
        }
    }

    record RuleEdit(ChangeId id, RuleId rule, Map<RuleField, FieldEdit> fields) implements Change {
        @Override
        public RuleEdit withId(ChangeId other) {
            return new RuleEdit(other, rule, fields);
        }
    }

    /** @param seen the row as its author saw it: live, and as the sets before would leave it */
    record RuleRemoval(ChangeId id, RuleId rule, List<Rule> seen) implements Change {
        @Override
        public RuleRemoval withId(ChangeId other) {
            return new RuleRemoval(other, rule, seen);
        }
    }

    record ReleaseAddition(ChangeId id, ReleaseName name, String product, boolean readOnly, Manifest manifest)
            implements Change {
        @Override
        public ReleaseAddition withId(ChangeId other) {
            return new ReleaseAddition(other, name, product, readOnly, manifest);
        }
    }

    record ReleaseEdit(ChangeId id, ReleaseName name, Map<ReleaseField, FieldEdit> fields) implements Change {
        @Override
        public ReleaseEdit withId(ChangeId other) {
            return new ReleaseEdit(other, name, fields);
        }
    }

    /**
     * Pins a version to a release, or to none.
     *
     * @param mapping a {@link ReleaseName}, or null where there is no pin
     */
    record PinEdit(ChangeId id, Pins.Key pin, FieldEdit mapping) implements Change {
        @Override
        public PinEdit withId(ChangeId other) {
            return new PinEdit(other, pin, mapping);
        }
    }

    /** Goes live with its set but is never staged: shutoffs and configuration. */
    non-sealed interface Unstaged extends Change {}

    /** @param seen the contents as its author saw them: live, and as the sets before would leave it */
    record ReleaseRemoval(ChangeId id, ReleaseName name, List<ContentHash> seen) implements Change {
        @Override
        public ReleaseRemoval withId(ChangeId other) {
            return new ReleaseRemoval(other, name, seen);
        }
    }
}

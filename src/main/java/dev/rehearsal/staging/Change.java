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

    /** Returns this change with another id, in its set or in another one. */
    Change withId(ChangeId other);

    /** Returns which rows it means; unknown where rows have no other identity than their key. */
    default Identity identity() {
        return Identity.UNKNOWN;
    }

    /** Returns the change meaning these rows. */
    default Change meaning(Identity rows) {
        return this;
    }

    /** The rule's id is reserved: it addresses the row, and breaks ties, before and after enacting alike. */
    record RuleAddition(ChangeId id, Rule rule, Identity identity) implements Change {
        public RuleAddition(ChangeId id, Rule rule) {
            this(id, rule, Identity.UNKNOWN);
        }

        @Override
        public RuleAddition meaning(Identity rows) {
            return new RuleAddition(id, rule, rows);
        }

        @Override
        public RuleAddition withId(ChangeId other) {
            return new RuleAddition(other, rule, identity);
        }
    }

    record RuleEdit(ChangeId id, RuleId rule, Map<RuleField, FieldEdit> fields, Identity identity) implements Change {
        public RuleEdit(ChangeId id, RuleId rule, Map<RuleField, FieldEdit> fields) {
            this(id, rule, fields, Identity.UNKNOWN);
        }

        @Override
        public RuleEdit meaning(Identity rows) {
            return new RuleEdit(id, rule, fields, rows);
        }

        @Override
        public RuleEdit withId(ChangeId other) {
            return new RuleEdit(other, rule, fields, identity);
        }
    }

    /** @param seen the row as its author saw it: live, and as the sets before would leave it */
    record RuleRemoval(ChangeId id, RuleId rule, List<Rule> seen) implements Change {
        @Override
        public RuleRemoval withId(ChangeId other) {
            return new RuleRemoval(other, rule, seen);
        }
    }

    record ReleaseAddition(
            ChangeId id, ReleaseName name, String product, boolean readOnly, Manifest manifest, Identity identity)
            implements Change {
        public ReleaseAddition(ChangeId id, ReleaseName name, String product, boolean readOnly, Manifest manifest) {
            this(id, name, product, readOnly, manifest, Identity.UNKNOWN);
        }

        @Override
        public ReleaseAddition meaning(Identity rows) {
            return new ReleaseAddition(id, name, product, readOnly, manifest, rows);
        }

        @Override
        public ReleaseAddition withId(ChangeId other) {
            return new ReleaseAddition(other, name, product, readOnly, manifest, identity);
        }
    }

    record ReleaseEdit(ChangeId id, ReleaseName name, Map<ReleaseField, FieldEdit> fields, Identity identity)
            implements Change {
        public ReleaseEdit(ChangeId id, ReleaseName name, Map<ReleaseField, FieldEdit> fields) {
            this(id, name, fields, Identity.UNKNOWN);
        }

        @Override
        public ReleaseEdit meaning(Identity rows) {
            return new ReleaseEdit(id, name, fields, rows);
        }

        @Override
        public ReleaseEdit withId(ChangeId other) {
            return new ReleaseEdit(other, name, fields, identity);
        }
    }

    /**
     * Pins a version to a release, or to none.
     *
     * @param mapping a {@link ReleaseName}, or null where there is no pin
     */
    record PinEdit(ChangeId id, Pins.Key pin, FieldEdit mapping, Identity identity) implements Change {
        public PinEdit(ChangeId id, Pins.Key pin, FieldEdit mapping) {
            this(id, pin, mapping, Identity.UNKNOWN);
        }

        @Override
        public PinEdit meaning(Identity rows) {
            return new PinEdit(id, pin, mapping, rows);
        }

        @Override
        public PinEdit withId(ChangeId other) {
            return new PinEdit(other, pin, mapping, identity);
        }
    }

    /** Goes live with its set but is never staged: shutoffs and configuration. */
    non-sealed interface Unstaged extends Change {}

    /** @param seen the contents as its author saw them: live, and as the sets before would leave it */
    record ReleaseRemoval(ChangeId id, ReleaseName name, List<ContentHash> seen, Identity identity) implements Change {
        public ReleaseRemoval(ChangeId id, ReleaseName name, List<ContentHash> seen) {
            this(id, name, seen, Identity.UNKNOWN);
        }

        @Override
        public ReleaseRemoval meaning(Identity rows) {
            return new ReleaseRemoval(id, name, seen, rows);
        }

        @Override
        public ReleaseRemoval withId(ChangeId other) {
            return new ReleaseRemoval(other, name, seen, identity);
        }
    }
}

package dev.rehearsal.change;

import dev.rehearsal.blob.Manifest;
import dev.rehearsal.blob.NewLocale;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.matching.PinCeiling;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ReleaseField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A proposal is what somebody asks to change, before it has an id and before it is known what it replaces.
 *
 * <p>{@code dataVersion} is that of the live row the caller has seen; null where the caller does not say.
 */
public sealed interface Proposal {

    /** Whether it changes configuration, which goes alone. */
    default boolean isOfConfiguration() {
        return false;
    }

    /**
     * @param id that the rule shall have, as a dataset brings it; null for the next free one
     * @param fields by Balrog's names: text, whole numbers, booleans or null, as they were sent
     */
    record AddRule(@Nullable RuleId id, Map<String, @Nullable Object> fields) implements Proposal {

        public AddRule(Map<String, @Nullable Object> fields) {
            this(null, fields);
        }
    }

    /** Sets exactly these fields; a null value clears the field. */
    record EditRule(RuleId rule, @Nullable Integer dataVersion, Map<String, @Nullable Object> fields)
            implements Proposal {}

    /** The row as it shall look (Balrog's shape): what differs from the live row becomes the edit, which may set nothing. */
    record ReplaceRule(RuleId rule, int dataVersion, Map<String, @Nullable Object> row) implements Proposal {}

    record RemoveRule(RuleId rule, @Nullable Integer dataVersion) implements Proposal {}

    /** A release that shall exist with exactly this blob. */
    record AddRelease(ReleaseName name, String product, boolean readOnly, ObjectNode blob) implements Proposal {}

    /** @param blob the whole blob as it shall be: what differs from the live one becomes the edit */
    record ReplaceRelease(
            ReleaseName name,
            @Nullable Integer dataVersion,
            @Nullable String product,
            ObjectNode blob) implements Proposal {}

    /**
     * A release as it shall look (Balrog's shape): what differs from the live one becomes the edit, which may set nothing.
     *
     * @param product null to keep it, as {@code readOnly} and {@code blob} are
     */
    record ReleaseRow(
            ReleaseName name,
            int dataVersion,
            @Nullable String product,
            @Nullable Boolean readOnly,
            @Nullable ObjectNode blob)
            implements Proposal {}

    /**
     * A release that shall have this blob, with a change of its own for each part that differs from the live one.
     *
     * @param product null to keep the live one
     * @param dataVersions by part path, as the caller has seen them; required of live parts that would change
     */
    record WriteRelease(ReleaseName name, @Nullable String product, ObjectNode blob, Map<String, Integer> dataVersions)
            implements Proposal {}

    record RemoveRelease(ReleaseName name, @Nullable Integer dataVersion) implements Proposal {}

    /** Adds a release with a blob that is stored already, part by part, as another change has it. */
    record AddStoredRelease(ReleaseName name, String product, boolean readOnly, Manifest blob) implements Proposal {}

    /** Sets exactly these fields, whose parts are stored already, as another change has them. */
    record EditStoredRelease(ReleaseName name, Map<ReleaseField, @Nullable Object> fields) implements Proposal {}

    /** @param mapping null to remove the pin */
    record SetPin(Pins.Key pin, @Nullable ReleaseName mapping) implements Proposal {

        private static final int LONGEST_VERSION = 20;

        /** Returns the ceiling that a pin's version says; null where it says none. */
        public static @Nullable PinCeiling ceiling(String version) {
            return version.length() > LONGEST_VERSION ? null : PinCeiling.tryParse(version);
        }

        /** @param isVersion whether the version is one that pins are kept by */
        public static void check(String place, String product, String channel, boolean isVersion) {
            List<Problem> problems = new ArrayList<>();
            checkLength(place + "product", product, RuleField.LONGEST_PRODUCT, problems);
            checkLength(place + "channel", channel, RuleField.LONGEST_CHANNEL, problems);
            if (!isVersion) {
                problems.add(new Problem(place + "version", "must be like '102.' or '102.3.', the last dot included"));
            }
            RefusedException.throwIfAny(problems);
        }

        private static void checkLength(String place, String value, int longest, List<Problem> problems) {
            if (value.isBlank() || value.length() > longest) {
                problems.add(new Problem(place, "must be 1 to " + longest + " characters long"));
            }
        }
    }

    /**
     * The row that the asker takes to be there: a second row, or one for a row that is gone, would say something else.
     */
    enum Row {
        NONE_YET,
        THERE,
        /** Whichever: what is asked for is what shall be. */
        EITHER
    }

    /**
     * A row of shutoffs or configuration that shall be like this.
     *
     * @param becomes whose own number and data version say nothing; null to remove the row
     */
    record ChangeRow<R>(
            RowKind<R> kind,
            RowKey key,
            Row expected,
            @Nullable Integer dataVersion,
            @Nullable R becomes) implements Proposal {

        @Override
        public boolean isOfConfiguration() {
            return kind.isConfiguration();
        }

        /** Returns what a set is called that does nothing else. */
        public String title() {
            return ChangeSet.cut(kind.title(key, expected, becomes));
        }
    }

    /** A change of the same set, with all that it remembers. */
    record Keep(Change change) implements Proposal {

        @Override
        public boolean isOfConfiguration() {
            return RowChange.isOfConfiguration(change);
        }
    }

    /**
     * One change of the same set shall say something else instead; it keeps its id.
     *
     * @param by comes to one change
     */
    record Rewrite(ChangeId change, Proposal by) implements Proposal {

        @Override
        public boolean isOfConfiguration() {
            return by.isOfConfiguration();
        }
    }

    /**
     * A release of which these keys shall be different: objects are merged at any depth, the rest stays. What is merged
     * into is what the sets before this one make of the release.
     *
     * @param dataVersions as of {@link WriteRelease}
     */
    record MergeRelease(ReleaseName name, ObjectNode keys, Map<String, Integer> dataVersions) implements Proposal {}

    /** A release that shall be locked against edits, or open for them. */
    record LockRelease(ReleaseName name, @Nullable Integer dataVersion, boolean readOnly) implements Proposal {}

    /**
     * A whole release as Balrog's first API writes it: made if it is not there, and put together with what others made of
     * it meanwhile if the caller has seen an older one.
     */
    sealed interface ReleaseWrite extends Proposal {

        ReleaseName name();

        String product();

        Seen seen();

        /**
         * Returns what shall become of a release.
         *
         * @param blob as it is; of a release that is made, as it begins
         */
        ObjectNode appliedTo(ObjectNode blob);
    }

    /** The state of a live release that is written, as the caller knows it. */
    sealed interface Seen {

        /** Nothing: there should be none. */
        record None() implements Seen {}

        record At(int dataVersion) implements Seen {}

        /** The release is written along with another one, whatever it is like. */
        record Whatever() implements Seen {}
    }

    /** The beginning of a release that is not there yet; one that is there must have the same hash function. */
    record BlobStart(int schemaVersion, @Nullable String hashFunction) {}

    /** A release that shall be exactly this, and of this product. */
    record PutRelease(ReleaseName name, String product, Seen seen, ObjectNode blob) implements ReleaseWrite {

        @Override
        public ObjectNode appliedTo(ObjectNode ignored) {
            return blob;
        }
    }

    /** A release whose top level shall have these keys; each replaces what was there, whatever it is (a Balrog fact). */
    record UpdateRelease(ReleaseName name, String product, Seen seen, BlobStart start, ObjectNode keys)
            implements ReleaseWrite {

        @Override
        public ObjectNode appliedTo(ObjectNode before) {
            return before.deepCopy().setAll(keys);
        }
    }

    record WriteLocale(ReleaseName name, String product, Seen seen, BlobStart start, NewLocale locale)
            implements ReleaseWrite {

        @Override
        public ObjectNode appliedTo(ObjectNode before) {
            return locale.writtenInto(before);
        }
    }
}

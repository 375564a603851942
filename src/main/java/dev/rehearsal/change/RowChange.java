package dev.rehearsal.change;

import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.Identity;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A change of what no test channel shows: of a shutoff or of configuration. It holds the whole row before and after, since
 * there is nothing to lay it over.
 *
 * @param before null for a row that is added
 * @param after null for a row that is removed; its own number and version say nothing
 * @param identity means, of a person's row, the person: whoever comes back under the name is somebody else
 */
public record RowChange<R>(
        ChangeId id,
        RowKind<R> kind,
        @Nullable R before,
        @Nullable R after,
        Identity identity) implements Change.Unstaged {

    public RowChange {
        if (before == null && after == null) {
            throw new IllegalArgumentException("A change of " + kind.word() + " without a row");
        }
    }

    public RowChange(ChangeId id, RowKind<R> kind, @Nullable R before, @Nullable R after) {
        this(id, kind, before, after, Identity.UNKNOWN);
    }

    @Override
    public RowChange<R> withId(ChangeId other) {
        return new RowChange<>(other, kind, before, after, identity);
    }

    @Override
    public RowChange<R> meaning(Identity rows) {
        return new RowChange<>(id, kind, before, after, rows);
    }

    public RowKey key() {
        return kind.key(oldest());
    }

    /** Returns the row as it is, or as it will be where there is none yet. */
    public R oldest() {
        return before == null ? Objects.requireNonNull(after) : before;
    }

    /** Returns the row as it will be, or as it was where it is removed. */
    public R latest() {
        return after == null ? Objects.requireNonNull(before) : after;
    }

    /** Returns the row before and after, as far as there is one. */
    public Stream<R> rows() {
        return Stream.of(before, after).filter(Objects::nonNull).map(Objects::requireNonNull);
    }

    /** Returns what tells the row from others of its kind, for people. */
    public String target() {
        RowKey key = key();
        return key.isNew() ? kind.nameOfNew(latest()) : key.toString();
    }

    /** Returns the proposal of this change on whatever row is there by now. */
    public Proposal again() {
        return new Proposal.ChangeRow<>(kind, key(), Proposal.Row.EITHER, null, after);
    }

    /** Returns whom it concerns. */
    public Stream<Stake> stakes() {
        return kind.stakes(before, after);
    }

    /** Whether a change is one of configuration, which goes alone. */
    public static boolean isOfConfiguration(Change change) {
        return change instanceof RowChange<?> row && row.kind.isConfiguration();
    }
}

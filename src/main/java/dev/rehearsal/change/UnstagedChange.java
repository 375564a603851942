package dev.rehearsal.change;

import dev.rehearsal.access.Permission;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.PermissionSignoff;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Identity;
import org.jspecify.annotations.Nullable;

/**
 * A change of what no test channel shows: a shutoff or configuration. Each holds the whole row before and after, null
 * for none, since there is nothing to lay it over.
 */
public sealed interface UnstagedChange extends Change.Unstaged {

    /** Lets updates go on again. */
    record ShutoffRemoval(ChangeId id, Shutoff before) implements UnstagedChange {
        @Override
        public ShutoffRemoval withId(ChangeId other) {
            return new ShutoffRemoval(other, before);
        }
    }

    /** A change of configuration: a set holds either these or others. */
    sealed interface OfConfiguration extends UnstagedChange {}

    record OfMapping(
            ChangeId id,
            @Nullable ChannelMapping before,
            @Nullable MappingProposal after) implements OfConfiguration {
        @Override
        public OfMapping withId(ChangeId other) {
            return new OfMapping(other, before, after);
        }
    }

    /** @param after without an id of its own where it is new */
    record OfGate(
            ChangeId id, @Nullable Gate before, @Nullable Gate after) implements OfConfiguration {
        @Override
        public OfGate withId(ChangeId other) {
            return new OfGate(other, before, after);
        }
    }

    record OfRequiredSignoff(
            ChangeId id,
            @Nullable RequiredSignoff before,
            @Nullable RequiredSignoff after) implements OfConfiguration {
        @Override
        public OfRequiredSignoff withId(ChangeId other) {
            return new OfRequiredSignoff(other, before, after);
        }
    }

    record OfPermissionSignoff(
            ChangeId id,
            @Nullable PermissionSignoff before,
            @Nullable PermissionSignoff after) implements OfConfiguration {
        @Override
        public OfPermissionSignoff withId(ChangeId other) {
            return new OfPermissionSignoff(other, before, after);
        }
    }

    /** @param identity the row that it means is the person: whoever comes back under the name is somebody else */
    record OfPermission(
            ChangeId id,
            String person,
            @Nullable Permission before,
            @Nullable Permission after,
            Identity identity)
            implements OfConfiguration {
        public OfPermission(
                ChangeId id, String person, @Nullable Permission before, @Nullable Permission after) {
            this(id, person, before, after, Identity.UNKNOWN);
        }

        @Override
        public OfPermission meaning(Identity rows) {
            return new OfPermission(id, person, before, after, rows);
        }

        @Override
        public OfPermission withId(ChangeId other) {
            return new OfPermission(other, person, before, after, identity);
        }
    }
}

package dev.rehearsal.enactment;

import dev.rehearsal.access.Permission;
import dev.rehearsal.access.Person;
import dev.rehearsal.approval.PermissionSignoff;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.change.UnstagedChange;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Identity;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether shutoffs and configuration still are what the author of a change saw. */
public final class UnstagedConflicts {

    private UnstagedConflicts() {}

    public static boolean moved(UnstagedChange change, ApprovalContext now) {
        return switch (change) {
            case UnstagedChange.ShutoffRemoval(var _, var before) ->
                !now.shutoffs().contains(before);
            case UnstagedChange.OfMapping(var _, var before, var after) ->
                before != null && !now.mappings().contains(before) || after != null && clashes(before, after, now);
            case UnstagedChange.OfGate(var _, var before, var _) ->
                before != null && !now.gates().contains(before);
            case UnstagedChange.OfRequiredSignoff(var _, var before, var after) ->
                !Objects.equals(before, current(before == null ? after : before, now));
            case UnstagedChange.OfPermissionSignoff(var _, var before, var after) ->
                !Objects.equals(before, current(before == null ? after : before, now));
            case UnstagedChange.OfPermission(var _, var person, var before, var after, var meant) ->
                !Objects.equals(before, current(person, before == null ? after : before, now))
                        || isSomebodyElse(meant, now.person(new Actor(person)));
        };
    }

    /** Whether whoever was meant is gone, also where nobody has come back under the name yet. */
    private static boolean isSomebodyElse(Identity meant, Person person) {
        return meant.row() != null && meant.row() != person.id().value();
    }

    /** Whether somebody has mapped what stands against it since. */
    private static boolean clashes(@Nullable ChannelMapping before, MappingProposal after, ApprovalContext now) {
        List<ChannelMapping> others = now.mappings().stream()
                .filter(other -> before == null || other.id() != before.id())
                .toList();
        return !ChannelMappings.problems(after, others).isEmpty();
    }

    private static @Nullable RequiredSignoff current(@Nullable RequiredSignoff row, ApprovalContext now) {
        return now.policy().forChannels().stream()
                .filter(known -> row != null
                        && known.product().equals(row.product())
                        && known.channel().equals(row.channel())
                        && known.role().equals(row.role()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable PermissionSignoff current(@Nullable PermissionSignoff row, ApprovalContext now) {
        return now.policy().forPermissions().stream()
                .filter(known -> row != null
                        && known.product().equals(row.product())
                        && known.role().equals(row.role()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Permission current(String person, @Nullable Permission row, ApprovalContext now) {
        return row == null ? null : now.person(new Actor(person)).permissions().get(row.name());
    }
}

package dev.rehearsal.change;

import dev.rehearsal.access.Permission;
import dev.rehearsal.journal.Actor;
import dev.rehearsal.signoff.PermissionSignoff;
import dev.rehearsal.signoff.RequiredSignoff;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether shutoffs and configuration still are what the author of a change saw. */
public final class UnstagedConflicts {

    private UnstagedConflicts() {}

    public static boolean moved(UnstagedChange change, Circumstances now) {
        return switch (change) {
            case UnstagedChange.ShutoffRemoval(var _, var before) ->
                !now.shutoffs().contains(before);
            case UnstagedChange.OfMapping(var _, var before, var _) ->
                before != null && !now.mappings().contains(before);
            case UnstagedChange.OfGate(var _, var before, var _) ->
                before != null && !now.gates().contains(before);
            case UnstagedChange.OfRequiredSignoff(var _, var before, var after) ->
                !Objects.equals(before, current(before == null ? after : before, now));
            case UnstagedChange.OfPermissionSignoff(var _, var before, var after) ->
                !Objects.equals(before, current(before == null ? after : before, now));
            case UnstagedChange.OfPermission(var _, var person, var before, var after) ->
                !Objects.equals(before, current(person, before == null ? after : before, now));
        };
    }

    private static @Nullable RequiredSignoff current(@Nullable RequiredSignoff row, Circumstances now) {
        return now.policy().forChannels().stream()
                .filter(known -> row != null
                        && known.product().equals(row.product())
                        && known.channel().equals(row.channel())
                        && known.role().equals(row.role()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable PermissionSignoff current(@Nullable PermissionSignoff row, Circumstances now) {
        return now.policy().forPermissions().stream()
                .filter(known -> row != null
                        && known.product().equals(row.product())
                        && known.role().equals(row.role()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Permission current(String person, @Nullable Permission row, Circumstances now) {
        return row == null ? null : now.person(new Actor(person)).permissions().get(row.name());
    }
}

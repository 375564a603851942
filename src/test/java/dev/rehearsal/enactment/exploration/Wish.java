package dev.rehearsal.enactment.exploration;

import static dev.rehearsal.matching.RuleBuilder.aRuleLike;

import dev.rehearsal.access.Role;
import dev.rehearsal.approval.FreezeWindow;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.GuardRail;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.approval.UrgentRole;
import dev.rehearsal.blob.BlobParts;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.change.RowChange;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.staging.Identity;
import dev.rehearsal.staging.ReleaseField;
import dev.rehearsal.staging.Rows;
import dev.rehearsal.staging.Scope;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody wants of one row: a change is made of it over what they find live, and as the sets before leave it. */
interface Wish {

    /** @return null where there is nothing to do, or it cannot be asked for */
    @Nullable
    Change over(World world, Rows staged, ChangeId id);

    static Wish rule(RuleId rule, RuleField field, @Nullable Object asked) {
        Object value = asked instanceof ReleaseName name ? name.value() : asked;
        return (world, staged, id) -> {
            Rule live = world.live.rule(rule);
            Rule row = staged.rule(rule);
            if (row == null || Objects.equals(field.read(row), value)) {
                return null;
            }
            Object was = live == null ? field.read(row) : field.read(live);
            return new Change.RuleEdit(id, rule, Map.of(field, new FieldEdit(value, was, field.read(row))));
        };
    }

    /** A rule for a channel that serves this. */
    static Wish newRule(String channel, ReleaseName mapping) {
        return (world, staged, id) -> {
            Rule like = world.live.rules().values().iterator().next();
            return new Change.RuleAddition(
                    id,
                    aRuleLike(like)
                            .withId(world.next())
                            .forChannel(channel)
                            .forVersion(null)
                            .mapsTo(mapping.value())
                            .build());
        };
    }

    /** Edits the rule that the queue adds last. */
    static Wish newestRule(RuleField field, @Nullable Object value) {
        return (world, staged, id) -> world.queue().reversed().stream()
                .flatMap(set -> set.changes().stream())
                .filter(Change.RuleAddition.class::isInstance)
                .findFirst()
                .map(change -> ((Change.RuleAddition) change).rule().id())
                .map(rule -> rule(rule, field, value).over(world, staged, id))
                .orElse(null);
    }

    static Wish withoutRule(RuleId rule) {
        return (world, staged, id) -> {
            Rule row = staged.rule(rule);
            Rule live = world.live.rule(rule);
            return row == null
                    ? null
                    : new Change.RuleRemoval(
                            id, rule, live == null || live.equals(row) ? List.of(row) : List.of(live, row));
        };
    }

    static Wish evil(ReleaseName name) {
        return part(name, Cast.evilBase(name));
    }

    static Wish part(ReleaseName name, ContentHash base) {
        ReleaseField field = new ReleaseField.Part(BlobParts.BASE_PATH);
        return (world, staged, id) -> {
            Release row = staged.release(name);
            Release live = world.live.release(name);
            if (row == null || Objects.equals(base(row), base)) {
                return null;
            }
            return new Change.ReleaseEdit(
                    id, name, Map.of(field, new FieldEdit(base, live == null ? base(row) : base(live), base(row))));
        };
    }

    private static @Nullable ContentHash base(Release row) {
        return Cast.CONTENTS.manifest(row.content()).parts().get(BlobParts.BASE_PATH);
    }

    static Wish release(ReleaseName name, boolean good) {
        return (world, staged, id) -> staged.release(name) != null
                ? null
                : new Change.ReleaseAddition(id, name, Cast.PRODUCT, false, good ? Cast.good(name) : Cast.evil(name));
    }

    static Wish withoutRelease(ReleaseName name) {
        return (world, staged, id) -> {
            Release row = staged.release(name);
            return row == null ? null : new Change.ReleaseRemoval(id, name, List.of(row.content()));
        };
    }

    static Wish pin(Pins.Key pin, @Nullable ReleaseName name) {
        return (world, staged, id) -> Objects.equals(staged.pin(pin), name)
                ? null
                : new Change.PinEdit(id, pin, new FieldEdit(name, world.live.pin(pin), staged.pin(pin)));
    }

    /** Makes a channel show another one's staged state. */
    static Wish map(String live, String test) {
        return (world, staged, id) -> new RowChange<>(
                id,
                RowKinds.MAPPINGS,
                null,
                new MappingProposal(Cast.PRODUCT, live, test, new Scope.WholeQueue()).asMapping());
    }

    static Wish unmap(String test) {
        return (world, staged, id) -> world.mappings.stream()
                .filter(mapping -> mapping.testChannel().equals(test))
                .findFirst()
                .map(mapping -> new RowChange<>(id, RowKinds.MAPPINGS, mapping, null))
                .orElse(null);
    }

    /** @param count 0 for none */
    static Wish requirement(String channel, int count) {
        return (world, staged, id) -> {
            RequiredSignoff row = world.policy.forChannels().stream()
                    .filter(required -> required.channel().equals(channel))
                    .findFirst()
                    .orElse(null);
            if (row == null ? count == 0 : row.count() == count) {
                return null;
            }
            int version = row == null
                    ? world.lastVersions.getOrDefault("requirement " + channel, 0) + 1
                    : row.dataVersion() + 1;
            return new RowChange<>(
                    id,
                    RowKinds.REQUIREMENTS,
                    row,
                    count == 0 ? null : new RequiredSignoff(Cast.PRODUCT, channel, Cast.RELENG, count, version));
        };
    }

    /** @param passes 0 for none */
    static Wish gate(String channel, int passes) {
        return (world, staged, id) -> {
            Gate row = world.gates.stream()
                    .filter(gate -> gate.liveChannel().equals(channel))
                    .findFirst()
                    .orElse(null);
            if (row == null ? passes == 0 : row.passesRequired() == passes) {
                return null;
            }
            return new RowChange<>(
                    id,
                    RowKinds.GATES,
                    row,
                    passes == 0 ? null : new Gate(0, Cast.PRODUCT, channel, Cast.QA, passes, List.of(), 1));
        };
    }

    static Wish freeze(String channel, boolean isFrozen) {
        return (world, staged, id) -> {
            FreezeWindow row = world.windows.stream()
                    .filter(window -> channel.equals(window.liveChannel()))
                    .findFirst()
                    .orElse(null);
            if (isFrozen == (row != null)) {
                return null;
            }
            return new RowChange<>(
                    id,
                    RowKinds.FREEZE_WINDOWS,
                    row,
                    isFrozen
                            ? new FreezeWindow(
                                    0,
                                    Cast.PRODUCT,
                                    channel,
                                    FreezeWindow.Effect.DENY,
                                    "0 0 1/2 * * *",
                                    Duration.ofHours(1),
                                    ZoneOffset.UTC,
                                    "every second hour",
                                    1)
                            : null);
        };
    }

    /** A guard rail that blocks. */
    static Wish rail(String channel, boolean isThere) {
        return (world, staged, id) -> {
            GuardRail row = world.rails.stream()
                    .filter(rail -> rail.liveChannel().equals(channel))
                    .findFirst()
                    .orElse(null);
            if (isThere == (row != null)) {
                return null;
            }
            return new RowChange<>(
                    id,
                    RowKinds.GUARD_RAILS,
                    row,
                    isThere
                            ? new GuardRail(
                                    0,
                                    Cast.PRODUCT,
                                    channel,
                                    GuardRail.Kind.NO_LOST_FILES,
                                    null,
                                    GuardRail.Mode.BLOCK,
                                    true,
                                    Cast.QA,
                                    1)
                            : null);
        };
    }

    static Wish urgent(String channel, Role role, boolean isNamed) {
        return (world, staged, id) -> {
            UrgentRole row = world.policy.urgent().stream()
                    .filter(urgent ->
                            urgent.channel().equals(channel) && urgent.role().equals(role))
                    .findFirst()
                    .orElse(null);
            if (isNamed == (row != null)) {
                return null;
            }
            int version = world.lastVersions.getOrDefault("urgent " + channel + role, 0) + 1;
            return new RowChange<>(
                    id,
                    RowKinds.URGENT_ROLES,
                    row,
                    isNamed ? new UrgentRole(Cast.PRODUCT, channel, role, version) : null);
        };
    }

    static Wish lift(String channel) {
        return (world, staged, id) -> world.shutoffs.stream()
                .filter(shutoff -> shutoff.channel().equals(channel))
                .findFirst()
                .map((Shutoff shutoff) -> new RowChange<>(id, RowKinds.SHUTOFFS, shutoff, null))
                .orElse(null);
    }

    /** Wishes a change again, by somebody who looks at what is there by now. */
    static Wish again(Change change) {
        return switch (change) {
            case Change.RuleAddition(var _, Rule rule, var _) ->
                (world, staged, id) -> new Change.RuleAddition(id, rule);
            case Change.RuleEdit(var _, RuleId rule, var fields, var _) -> {
                var field = fields.entrySet().iterator().next();
                yield rule(rule, field.getKey(), field.getValue().value());
            }
            case Change.RuleRemoval(var _, RuleId rule, var _) -> withoutRule(rule);
            case Change.ReleaseAddition addition ->
                (world, staged, id) -> staged.release(addition.name()) == null
                        ? addition.withId(id).meaning(Identity.UNKNOWN)
                        : null;
            case Change.ReleaseEdit(var _, ReleaseName name, var fields, var _) ->
                part(name, (ContentHash)
                        Objects.requireNonNull(fields.values().iterator().next().value()));
            case Change.ReleaseRemoval(var _, ReleaseName name, var _, var _) -> withoutRelease(name);
            case Change.PinEdit(var _, var pin, var mapping, var _) -> pin(pin, (ReleaseName) mapping.value());
            case Change.Unstaged unstaged -> again((RowChange<?>) unstaged);
        };
    }

    private static Wish again(RowChange<?> change) {
        boolean removes = change.after() == null;
        return switch (change.latest()) {
            case ChannelMapping mapping ->
                removes ? unmap(mapping.testChannel()) : map(mapping.liveChannel(), mapping.testChannel());
            case Gate gate -> gate(gate.liveChannel(), removes ? 0 : gate.passesRequired());
            case RequiredSignoff required -> requirement(required.channel(), removes ? 0 : required.count());
            case GuardRail rail -> rail(rail.liveChannel(), !removes);
            case FreezeWindow window -> freeze(String.valueOf(window.liveChannel()), !removes);
            case UrgentRole urgent -> urgent(urgent.channel(), urgent.role(), !removes);
            case Shutoff shutoff -> lift(shutoff.channel());
            default -> (world, staged, id) -> null;
        };
    }
}

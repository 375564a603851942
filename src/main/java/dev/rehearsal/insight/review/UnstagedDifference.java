package dev.rehearsal.insight.review;

import dev.rehearsal.access.Action;
import dev.rehearsal.access.Permission;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.PermissionSignoff;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.change.UnstagedChange;
import dev.rehearsal.insight.review.Difference.Field;
import dev.rehearsal.insight.review.Difference.Kind;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.staging.ChannelMapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells changes of shutoffs and of configuration, which hold their whole rows. */
final class UnstagedDifference {

    private UnstagedDifference() {}

    static Difference of(UnstagedChange change) {
        return switch (change) {
            case UnstagedChange.ShutoffRemoval(var _, var shutoff) ->
                new Difference(
                        Kind.REMOVED,
                        "emergency shutoff of %s on %s".formatted(shutoff.product(), shutoff.channel()),
                        "",
                        List.of(),
                        List.of());
            case UnstagedChange.OfMapping(var _, ChannelMapping before, MappingProposal after) ->
                ofMapping(before == null ? null : said(before), after);
            case UnstagedChange.OfGate(var _, Gate before, Gate after) ->
                difference(
                        before,
                        after,
                        row -> "gate of %s on %s".formatted(everyIfNull(row.product()), row.liveChannel()),
                        new Column<>("product", row -> everyIfNull(row.product())),
                        new Column<>("live_channel", Gate::liveChannel),
                        new Column<>("role", row -> row.role().name()),
                        new Column<>("passes_required", row -> Integer.toString(row.passesRequired())),
                        new Column<>("test_channels", row -> String.join(", ", row.testChannels())));
            case UnstagedChange.OfRequiredSignoff(var _, RequiredSignoff before, RequiredSignoff after) ->
                difference(
                        before,
                        after,
                        row -> "signoffs by %s for %s on %s".formatted(row.role(), row.product(), row.channel()),
                        new Column<>("signoffs_required", row -> Integer.toString(row.count())));
            case UnstagedChange.OfPermissionSignoff(var _, PermissionSignoff before, PermissionSignoff after) ->
                difference(
                        before,
                        after,
                        row -> "signoffs by %s for permissions of %s".formatted(row.role(), row.product()),
                        new Column<>("signoffs_required", row -> Integer.toString(row.count())));
            case UnstagedChange.OfPermission(var _, String person, Permission before, Permission after, var _) ->
                difference(
                        before,
                        after,
                        row -> "permission '%s' of %s".formatted(row.name().wireName(), person),
                        new Column<>("actions", row -> listed(row.actions(), Action::wireName, "all")),
                        new Column<>("products", row -> listed(row.products(), Function.identity(), "every product")));
        };
    }

    private static Difference ofMapping(@Nullable MappingProposal before, @Nullable MappingProposal after) {
        return difference(
                before,
                after,
                row -> "channel mapping of " + row.testChannel(),
                new Column<>("product", row -> everyIfNull(row.product())),
                new Column<>("live_channel", MappingProposal::liveChannel),
                new Column<>("test_channel", MappingProposal::testChannel),
                new Column<>("scope", row -> row.scope().wireForm()));
    }

    private static MappingProposal said(ChannelMapping mapping) {
        return new MappingProposal(mapping.product(), mapping.liveChannel(), mapping.testChannel(), mapping.scope());
    }

    private record Column<R>(String name, Function<R, String> reading) {

        Field field(@Nullable R before, @Nullable R after) {
            return new Field(
                    name, before == null ? null : reading.apply(before), after == null ? null : reading.apply(after));
        }
    }

    @SafeVarargs
    private static <R> Difference difference(
            @Nullable R before, @Nullable R after, Function<R, String> naming, Column<R>... columns) {
        List<Field> differing = new ArrayList<>();
        for (Column<R> column : columns) {
            Field field = column.field(before, after);
            if (!Objects.equals(field.was(), field.becomes())) {
                differing.add(field);
            }
        }
        return new Difference(
                before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.EDITED,
                naming.apply(before == null ? Objects.requireNonNull(after) : before),
                "",
                differing,
                List.of());
    }

    private static String everyIfNull(@Nullable String product) {
        return product == null ? "every product" : product;
    }

    private static <T> String listed(Collection<T> values, Function<T, String> naming, String ifEmpty) {
        return values.isEmpty() ? ifEmpty : values.stream().map(naming).sorted().collect(Collectors.joining(", "));
    }
}

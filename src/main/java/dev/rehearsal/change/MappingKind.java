package dev.rehearsal.change;

import dev.rehearsal.access.PermissionName;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Scope;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Channel mappings: which test channel shows which live channel. */
public final class MappingKind extends RowKind<ChannelMapping> {

    MappingKind() {
        super(
                "channel_mapping",
                PermissionName.CHANNEL_MAPPING,
                ChannelMapping.class,
                ChannelMapping::product,
                ChannelMapping::dataVersion,
                List.of(
                        Column.of("product", ChannelMapping::product, EVERY_PRODUCT),
                        Column.of("live_channel", ChannelMapping::liveChannel),
                        Column.of("test_channel", ChannelMapping::testChannel),
                        Column.of("scope", mapping -> mapping.scope().wireForm())));
    }

    /**
     * @param id null for a new one
     * @param becomes null to remove it
     */
    public Proposal change(@Nullable Long id, @Nullable Integer dataVersion, @Nullable MappingProposal becomes) {
        return new Proposal.ChangeRow<>(
                this,
                id == null ? RowKey.NEW : RowKey.ofNumber(id),
                Proposal.Row.EITHER,
                dataVersion,
                becomes == null ? null : becomes.asMapping());
    }

    @Override
    public boolean isNumbered() {
        return true;
    }

    @Override
    public RowKey key(ChannelMapping mapping) {
        return mapping.id() == 0 ? RowKey.NEW : RowKey.ofNumber(mapping.id());
    }

    @Override
    String nameOfNew(ChannelMapping mapping) {
        return (mapping.product() == null ? EVERY_PRODUCT : mapping.product()) + " " + mapping.testChannel();
    }

    @Override
    public String name(ChannelMapping mapping) {
        return "channel mapping of " + mapping.testChannel();
    }

    @Override
    Stake stake(ChannelMapping mapping) {
        return new Stake.OfMapping(mapping.product(), mapping.liveChannel(), mapping.testChannel());
    }

    /** How much of a queue a test channel shows concerns nobody who signs. */
    @Override
    Stream<Stake> stakes(@Nullable ChannelMapping before, @Nullable ChannelMapping after) {
        return before != null && after != null && after.differsInScopeAlone(before)
                ? Stream.empty()
                : super.stakes(before, after);
    }

    @Override
    public boolean clashes(ChannelMapping mapping, List<ChannelMapping> others) {
        return !ChannelMappings.problems(MappingProposal.of(mapping), others).isEmpty();
    }

    @Override
    public ChannelMapping read(RowFields fields) {
        String scopeText = fields.optionalText("scope");
        Scope scope = new Scope.WholeQueue();
        if (scopeText != null) {
            try {
                scope = Scope.parse(scopeText);
            } catch (IllegalArgumentException e) {
                fields.wrong("scope", String.valueOf(e.getMessage()), "");
            }
        }
        return new MappingProposal(
                        fields.optionalText("product"), fields.text("live_channel"), fields.text("test_channel"), scope)
                .asMapping();
    }

    /** A mapping with its scope in words. */
    private record StoredMapping(
            long id, @Nullable String product, String liveChannel, String testChannel, String scope, int dataVersion) {}

    @Override
    JsonNode stored(ChannelMapping mapping) {
        return tree(new StoredMapping(
                mapping.id(),
                mapping.product(),
                mapping.liveChannel(),
                mapping.testChannel(),
                mapping.scope().wireForm(),
                mapping.dataVersion()));
    }

    @Override
    ChannelMapping restoredRow(JsonNode row, JsonNode content) {
        StoredMapping stored = as(StoredMapping.class, row);
        return new ChannelMapping(
                stored.id,
                stored.product,
                stored.liveChannel,
                stored.testChannel,
                Scope.parse(stored.scope),
                stored.dataVersion);
    }
}

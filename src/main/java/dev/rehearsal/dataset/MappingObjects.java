package dev.rehearsal.dataset;

import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The channel mappings of a dataset, of which none may clash with another. */
final class MappingObjects {

    private static final Set<String> FIELDS =
            Set.of("id", "product", "live_channel", "test_channel", "scope", "data_version");

    /** No set has this id: a scope that names it shows live, as one does whose set is no longer pending. */
    private static final ChangeSetId GONE = new ChangeSetId(0);

    private final List<ChannelMapping> told = new ArrayList<>();
    private final List<ChannelMapping> accepted = new ArrayList<>();

    void add(DatasetObject object) {
        object.allowOnly(FIELDS);
        MappingProposal proposal = new MappingProposal(
                object.optionalText("product", 15),
                object.text("live_channel", 75),
                object.text("test_channel", 75),
                scope(object));
        if (object.isRight()) {
            ChannelMappings.problems(proposal, accepted).forEach(object::wrong);
        }
        long id = object.identifier("id");
        int dataVersion = object.dataVersion();
        if (object.isRight()) {
            told.add(new ChannelMapping(
                    id == 0 ? -told.size() - 1 : id,
                    proposal.product(),
                    proposal.liveChannel(),
                    proposal.testChannel(),
                    proposal.scope(),
                    dataVersion));
            accepted.add(new ChannelMapping(
                    told.size(),
                    proposal.product(),
                    proposal.liveChannel(),
                    proposal.testChannel(),
                    proposal.scope(),
                    1));
        }
    }

    /**
     * Returns the mappings with their numbers in the dataset, negative ones where it gives none.
     *
     * @param ids of the sets as they are stored, by their ids in the dataset
     */
    List<ChannelMapping> mappings(Map<ChangeSetId, ChangeSetId> ids) {
        return told.stream()
                .map(mapping -> new ChannelMapping(
                        mapping.id(),
                        mapping.product(),
                        mapping.liveChannel(),
                        mapping.testChannel(),
                        stored(mapping.scope(), ids),
                        mapping.dataVersion()))
                .toList();
    }

    private static Scope scope(DatasetObject object) {
        Scope wholeQueue = new Scope.WholeQueue();
        String text = object.optionalText("scope", 40);
        if (text == null) {
            return wholeQueue;
        }
        try {
            return Scope.parse(text);
        } catch (IllegalArgumentException e) {
            return object.wrong("scope", String.valueOf(e.getMessage()), wholeQueue);
        }
    }

    static Scope stored(Scope scope, Map<ChangeSetId, ChangeSetId> ids) {
        return switch (scope) {
            case Scope.WholeQueue _, Scope.NextOnly _ -> scope;
            case Scope.UpTo(ChangeSetId set) -> new Scope.UpTo(ids.getOrDefault(set, GONE));
            case Scope.Only(ChangeSetId set) -> new Scope.Only(ids.getOrDefault(set, GONE));
        };
    }
}

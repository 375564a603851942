package dev.rehearsal.live;

import dev.rehearsal.ledger.Entry;
import dev.rehearsal.live.store.ChannelMappingStore;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Which test channels there are, and whose staged state each shows. */
@Service
public class ChannelMappings {

    private final ChannelMappingStore store;

    ChannelMappings(ChannelMappingStore store) {
        this.store = store;
    }

    /** By id. */
    public List<ChannelMapping> all() {
        return store.all();
    }

    public Optional<ChannelMapping> find(long id) {
        return all().stream().filter(mapping -> mapping.id() == id).findFirst();
    }

    /** The mapping as a change set left it; empty if it removed it, or wrote none. */
    public Optional<ChannelMapping> writtenBy(ChangeSetId set) {
        return store.writtenBy(set.value());
    }

    /** What stands against a mapping beside these others; empty if nothing does. */
    public static List<Problem> problems(MappingProposal proposal, List<ChannelMapping> others) {
        return MappingRules.problems(proposal, others);
    }

    /**
     * Whoever calls this holds the write lock and has checked who may.
     *
     * @throws RefusedException if it clashes with another mapping or names no proper channels
     */
    public ChannelMapping add(Entry entry, MappingProposal proposal) {
        refuse(MappingRules.problems(proposal, all()));
        return store.insert(
                entry, proposal.product(), proposal.liveChannel(), proposal.testChannel(), proposal.scope());
    }

    /** @throws RefusedException as adding it would be */
    public void replace(Entry entry, ChannelMapping current, MappingProposal proposal) {
        refuse(MappingRules.problems(
                proposal,
                all().stream().filter(mapping -> mapping.id() != current.id()).toList()));
        store.update(
                entry,
                new ChannelMapping(
                        current.id(),
                        proposal.product(),
                        proposal.liveChannel(),
                        proposal.testChannel(),
                        proposal.scope(),
                        current.dataVersion() + 1));
    }

    public void remove(Entry entry, ChannelMapping mapping) {
        store.delete(entry, mapping.id());
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw RefusedException.invalid(problems);
        }
    }
}

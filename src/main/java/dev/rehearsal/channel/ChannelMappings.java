package dev.rehearsal.channel;

import dev.rehearsal.channel.store.ChannelMappingStore;
import dev.rehearsal.journal.Actor;
import dev.rehearsal.journal.Entry;
import dev.rehearsal.journal.Journal;
import dev.rehearsal.journal.Touches;
import dev.rehearsal.refusal.Problem;
import dev.rehearsal.refusal.RefusedException;
import dev.rehearsal.staging.ChannelMapping;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Which test channels there are, and whose staged state each shows. */
@Service
public class ChannelMappings {

    private final ChannelMappingStore store;
    private final Journal journal;

    ChannelMappings(ChannelMappingStore store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    /** By id. */
    public List<ChannelMapping> all() {
        return store.all();
    }

    public Optional<ChannelMapping> find(long id) {
        return all().stream().filter(mapping -> mapping.id() == id).findFirst();
    }

    /** @throws RefusedException if it clashes with another mapping or names no proper channels */
    public ChannelMapping add(Actor by, MappingProposal proposal) {
        return journal.write(by, Touches.QUEUE, entry -> add(entry, proposal));
    }

    /** What stands against a mapping beside these others; empty if nothing does. */
    public static List<Problem> problems(MappingProposal proposal, List<ChannelMapping> others) {
        return MappingRules.problems(proposal, others);
    }

    /** The same within a larger write. */
    public ChannelMapping add(Entry entry, MappingProposal proposal) {
        refuse(MappingRules.problems(proposal, all()));
        return store.insert(
                entry, proposal.product(), proposal.liveChannel(), proposal.testChannel(), proposal.scope());
    }

    /** @param dataVersion that of the mapping which the caller has seen */
    public ChannelMapping replace(Actor by, long id, int dataVersion, MappingProposal proposal) {
        return journal.write(by, Touches.QUEUE, entry -> {
            ChannelMapping current = current(id, dataVersion);
            refuse(MappingRules.problems(
                    proposal,
                    all().stream().filter(mapping -> mapping.id() != id).toList()));
            ChannelMapping next = new ChannelMapping(
                    id,
                    proposal.product(),
                    proposal.liveChannel(),
                    proposal.testChannel(),
                    proposal.scope(),
                    current.dataVersion() + 1);
            store.update(entry, next);
            return next;
        });
    }

    public void remove(Actor by, long id, int dataVersion) {
        journal.write(by, Touches.QUEUE, entry -> {
            store.delete(entry, current(id, dataVersion).id());
            return id;
        });
    }

    private ChannelMapping current(long id, int dataVersion) {
        ChannelMapping current =
                find(id).orElseThrow(() -> RefusedException.notFound("there is no channel mapping " + id));
        if (current.dataVersion() != dataVersion) {
            throw RefusedException.conflict(
                    "channel mapping %d is at data_version %d by now, not %d: look at it again before changing it"
                            .formatted(id, current.dataVersion(), dataVersion));
        }
        return current;
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw RefusedException.invalid(problems);
        }
    }
}

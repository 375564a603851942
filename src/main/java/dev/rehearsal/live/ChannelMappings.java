package dev.rehearsal.live;

import dev.rehearsal.ledger.RowTable;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.live.store.ChannelMappingStore;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Keeps which test channels there are, and whose staged state each shows. */
@Service
public class ChannelMappings implements RowTable<ChannelMapping> {

    private final ChannelMappingStore store;

    ChannelMappings(ChannelMappingStore store) {
        this.store = store;
    }

    @Override
    public Class<ChannelMapping> type() {
        return ChannelMapping.class;
    }

    /** Returns all, by id. */
    @Override
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

    /** Returns what stands against a mapping beside these others; empty if nothing does. */
    public static List<Problem> problems(MappingProposal proposal, List<ChannelMapping> others) {
        return MappingRules.problems(proposal, others);
    }

    /**
     * Whoever calls this holds the write lock and has checked who may.
     *
     * @throws RefusedException if it clashes with another mapping or names no proper channels
     */
    public ChannelMapping add(Write write, MappingProposal proposal) {
        RefusedException.throwIfAny(MappingRules.problems(proposal, all()));
        return store.insert(
                write,
                new ChannelMapping(
                        0, proposal.product(), proposal.liveChannel(), proposal.testChannel(), proposal.scope(), 1));
    }

    /** Imports it as a dataset has it, at whatever version; its number says nothing. */
    public ChannelMapping importOne(Write write, ChannelMapping mapping) {
        RefusedException.throwIfAny(MappingRules.problems(MappingProposal.of(mapping), all()));
        return store.insert(write, mapping);
    }

    /** @throws RefusedException as adding it would be */
    public void replace(Write write, ChannelMapping current, MappingProposal proposal) {
        check(current, proposal.asMapping());
        store.update(
                write,
                new ChannelMapping(
                        current.id(),
                        proposal.product(),
                        proposal.liveChannel(),
                        proposal.testChannel(),
                        proposal.scope(),
                        current.dataVersion() + 1));
    }

    public void remove(Write write, ChannelMapping mapping) {
        store.delete(write, mapping.id());
    }

    @Override
    public void check(@Nullable ChannelMapping before, ChannelMapping after) {
        RefusedException.throwIfAny(MappingRules.problems(
                MappingProposal.of(after),
                all().stream()
                        .filter(mapping -> before == null || mapping.id() != before.id())
                        .toList()));
    }

    @Override
    public void write(Write write, @Nullable ChannelMapping before, @Nullable ChannelMapping after) {
        if (after == null) {
            remove(write, Objects.requireNonNull(before));
        } else if (before == null) {
            add(write, MappingProposal.of(after));
        } else {
            replace(write, before, MappingProposal.of(after));
        }
    }
}

package dev.rehearsal.probe;

import dev.rehearsal.access.Access;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.RequiredPermission;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.probe.store.ProbeStore;
import dev.rehearsal.problem.RefusedException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The probes that are kept. Whoever may create, modify or delete rules of a product may do the same to its probes:
 * nobody else decides what rules must come to, and there is one permission less to give.
 */
@Service
public class Probes {

    private final ProbeStore store;
    private final ChannelMappings mappings;
    private final WriteLock writeLock;
    private final Access access;

    Probes(ProbeStore store, ChannelMappings mappings, WriteLock writeLock, Access access) {
        this.store = store;
        this.mappings = mappings;
        this.writeLock = writeLock;
        this.access = access;
    }

    /** Returns all, by product, channel and name. */
    public List<Probe> all() {
        return store.all();
    }

    /** Returns those of one product on one live channel, by name. */
    public List<Probe> of(String product, String liveChannel) {
        return all().stream().filter(probe -> probe.isFor(product, liveChannel)).toList();
    }

    public Optional<Probe> find(long id) {
        return store.find(id);
    }

    /** @throws RefusedException if the draft is wrong, or its author may not create rules of the product */
    public Probe add(Actor by, ProbeDraft draft) {
        RefusedException.throwIfAny(draft.problems());
        return write(by, write -> {
            Probe probe = draft.as(0, 1);
            access.require(by, deed(Action.CREATE, probe.product()));
            refuseTestChannel(probe);
            return store.insert(write, probe);
        });
    }

    /**
     * @param seen the version that whoever changes it has seen
     * @throws RefusedException as adding it would be; also if it is another by now
     */
    public Probe replace(Actor by, long id, int seen, ProbeDraft draft) {
        RefusedException.throwIfAny(draft.problems());
        return write(by, write -> {
            Probe before = current(id);
            Probe after = draft.as(id, before.dataVersion() + 1);
            access.require(by, List.of(deed(Action.MODIFY, before.product()), deed(Action.MODIFY, after.product())));
            refuseOutdated(before, seen);
            refuseTestChannel(after);
            store.update(write, after);
            return after;
        });
    }

    /** @param seen the version that whoever removes it has seen */
    public void remove(Actor by, long id, int seen) {
        write(by, write -> {
            Probe before = current(id);
            access.require(by, deed(Action.DELETE, before.product()));
            refuseOutdated(before, seen);
            store.delete(write, id);
            return before;
        });
    }

    /** Imports them as a dataset has them, whatever is mapped. */
    public void importAll(Write write, List<Probe> probes) {
        probes.forEach(probe -> store.insert(write, probe));
    }

    /** Returns why somebody cannot do this to probes of a product; null if they can. */
    public @Nullable String whyNot(Actor somebody, Action action, String product) {
        RequiredPermission required = deed(action, product);
        return access.may(somebody, required) ? null : "you lack the " + required;
    }

    private static RequiredPermission deed(Action action, String product) {
        return new RequiredPermission(PermissionName.RULE, action, product);
    }

    private Probe current(long id) {
        return find(id).orElseThrow(() -> RefusedException.notFound("there is no probe " + id));
    }

    private static void refuseOutdated(Probe current, int seen) {
        if (current.dataVersion() != seen) {
            throw RefusedException.invalid(
                    "data_version",
                    "this probe is at data_version %d by now, not %d: look at it again before changing it"
                            .formatted(current.dataVersion(), seen));
        }
    }

    private void refuseTestChannel(Probe probe) {
        mappings.all().stream()
                .filter(mapping -> mapping.testChannel().equals(probe.channel())
                        && (mapping.product() == null || mapping.product().equals(probe.product())))
                .findFirst()
                .ifPresent(mapping -> {
                    throw RefusedException.invalid(
                            "url",
                            "asks on '%s', which shows '%s': ask on '%s', and each of its test channels is asked the same"
                                    .formatted(probe.channel(), mapping.liveChannel(), mapping.liveChannel()));
                });
    }

    private <T> T write(Actor by, Function<Write, T> work) {
        return writeLock.write(by, WriteKind.QUEUE, work);
    }
}

package dev.rehearsal.approval;

import dev.rehearsal.access.People;
import dev.rehearsal.approval.store.GateStore;
import dev.rehearsal.ledger.NumberedTable;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.ChannelMapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** The gates in force. */
@Service
public class Gates extends NumberedTable<Gate> {

    private final People people;
    private final ChannelMappings mappings;
    private final boolean authorMaySign;

    Gates(
            GateStore store,
            People people,
            ChannelMappings mappings,
            @Value("${rehearsal.signoff.author-may-sign:false}") boolean authorMaySign) {
        super(Gate.class, store);
        this.authorMaySign = authorMaySign;
        this.people = people;
        this.mappings = mappings;
    }

    /**
     * Returns the gates that nobody can satisfy with these mappings, by id, each with why: what they are tested on would
     * show something else.
     */
    public Map<Long, String> untestable(Collection<ChannelMapping> mapped) {
        Map<Long, String> untestable = new TreeMap<>();
        for (Gate gate : all()) {
            List<String> why = gate.whereItCannotBeTested(mapped);
            if (!why.isEmpty()) {
                untestable.put(
                        gate.id(),
                        "gate %d of '%s' could never open: %s"
                                .formatted(gate.id(), gate.liveChannel(), String.join("; ", why)));
            }
        }
        return untestable;
    }

    /**
     * Refuses mappings that keep a gate from ever opening which could open before.
     *
     * @throws RefusedException with each such gate
     */
    public void refuseUntestable(Map<Long, String> before, Map<Long, String> after) {
        List<Problem> problems = new ArrayList<>();
        after.forEach((gate, why) -> {
            if (!before.containsKey(gate)) {
                problems.add(new Problem("test_channel", why + ", or change the gate before"));
            }
        });
        RefusedException.throwIfAny(problems);
    }

    /** @throws RefusedException if a name is no proper one, or nobody could ever satisfy the gate */
    @Override
    public void check(@Nullable Gate before, Gate gate) {
        List<Problem> problems = new ArrayList<>();
        if (gate.product() != null
                && (gate.product().isBlank() || gate.product().length() > RuleField.LONGEST_PRODUCT)) {
            problems.add(new Problem("product", "must be 1 to " + RuleField.LONGEST_PRODUCT + " characters long"));
        }
        String live = gate.liveChannel();
        if (live.isBlank() || live.length() > RuleField.LONGEST_CHANNEL || live.contains("*")) {
            problems.add(new Problem("live_channel", "must be the exact name of one channel"));
        }
        if (gate.passesRequired() < 1) {
            problems.add(new Problem("passes_required", "must be at least 1"));
        }
        if (!gate.testChannels().stream().allMatch(Gate::canBeTestedOn)
                || String.join(",", gate.testChannels()).length() > Gate.LONGEST_TEST_CHANNELS) {
            problems.add(new Problem(
                    "test_channels",
                    "must be names of channels, of at most " + Gate.LONGEST_TEST_CHANNELS + " characters together"));
        }
        boolean isMoved = before == null
                || !Objects.equals(before.product(), gate.product())
                || !before.liveChannel().equals(live);
        if (isMoved) {
            RestingGuards.whyItWouldRest(mappings.all(), gate.product(), live)
                    .ifPresent(why -> problems.add(new Problem("live_channel", why)));
        }
        problems.addAll(gate.whyItCannotOpen(people.all(), mappings.all()));
        if (problems.isEmpty()) {
            new SignerSupply(people.all(), authorMaySign)
                    .whyNot(gate.requirements(), SignerSupply.writersOf(gate.product()))
                    .map(why -> new Problem("passes_required", why + ": give the role to more people first"))
                    .ifPresent(problems::add);
        }
        RefusedException.throwIfAny(problems);
    }
}

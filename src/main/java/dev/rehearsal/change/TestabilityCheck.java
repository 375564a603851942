package dev.rehearsal.change;

import dev.rehearsal.approval.Gates;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChannelMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Sees to it that a set of configuration leaves no gate that could be tested for and cannot be any more. */
@Component
class TestabilityCheck {

    private final Gates gates;
    private final ChannelMappings mappings;

    TestabilityCheck(Gates gates, ChannelMappings mappings) {
        this.gates = gates;
        this.mappings = mappings;
    }

    /**
     * Looks at all changes of a set together: gates that it changes itself are judged by themselves.
     *
     * @throws RefusedException with each gate that could never open any more
     */
    void refuseUntestable(List<Change> changes) {
        if (RowKinds.MAPPINGS.in(changes).findAny().isEmpty()) {
            return;
        }
        List<ChannelMapping> now = mappings.all();
        Map<Long, String> before = gates.untestable(now);
        Map<Long, String> after = gates.untestable(after(now, changes));
        RowKinds.GATES
                .in(changes)
                .forEach(change -> after.remove(change.oldest().id()));
        gates.refuseUntestable(before, after);
    }

    private static List<ChannelMapping> after(List<ChannelMapping> now, List<Change> changes) {
        List<ChannelMapping> after = new ArrayList<>(now);
        RowKinds.MAPPINGS.in(changes).forEach(change -> {
            ChannelMapping out = change.before();
            after.removeIf(mapping -> out != null && mapping.id() == out.id());
            if (change.after() != null) {
                after.add(change.after());
            }
        });
        return after;
    }
}

package dev.rehearsal.enactment;

import dev.rehearsal.approval.GateFinding;
import dev.rehearsal.approval.RailFinding;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.staging.Effect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task that must be done with each enactment, in its transaction: who implements it keeps what belongs to that
 * moment.
 */
public interface AfterEnactment {

    /** Runs once for all sets that go live together, and shares the fate of the write. */
    void complete(Write write, Together together);

    /**
     * The sets that went live together.
     *
     * @param steps in order, as they were judged
     * @param enacted the set of each step, as it is now
     * @param effects what all steps together change for guarded pairs
     * @param gates what each gate said of that
     * @param rails what each guard rail said of that
     * @param reason why something was passed over; null where nothing was
     */
    record Together(
            List<Step> steps,
            List<ChangeSet> enacted,
            List<Effect> effects,
            List<GateFinding> gates,
            List<RailFinding> rails,
            @Nullable String reason,
            BreakGlassScope passedOver) {

        public Together {
            steps = List.copyOf(steps);
            enacted = List.copyOf(enacted);
            effects = List.copyOf(effects);
            gates = List.copyOf(gates);
            rails = List.copyOf(rails);
        }
    }
}

package dev.rehearsal.history.receipt;

import dev.rehearsal.approval.Verdicts;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.AfterEnactment;
import dev.rehearsal.enactment.Step;
import dev.rehearsal.history.receipt.store.FactStore;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.staging.Transition;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Keeps what belongs to the moment of each enactment, within it: what is rolled back gets no receipt, and what is committed
 * is not forgotten.
 */
@Component
class DueReceipts implements AfterEnactment {

    private final FactStore store;
    private final Verdicts verdicts;
    private final ReceiptAddress address;
    private final ObjectProvider<ForeseenImpact> impact;

    DueReceipts(FactStore store, Verdicts verdicts, ReceiptAddress address, ObjectProvider<ForeseenImpact> impact) {
        this.store = store;
        this.verdicts = verdicts;
        this.address = address;
        this.impact = impact;
    }

    @Override
    public void complete(Write write, Together together) {
        EnactmentFacts facts = new EnactmentFacts(together, write.by(), write.at(), address::of, verdicts::verdictsOn);
        for (int place = 0; place < together.steps().size(); place++) {
            Step step = together.steps().get(place);
            ChangeSet set = together.enacted().get(place);
            store.insert(new NewFacts(
                    set.id(),
                    write.at(),
                    EnactedRows.json(facts.of(step, foreseen(step))),
                    EnactedRows.json(EnactedRows.of(step.transitions(), set.changes())),
                    EnactedRows.json(new TreeMap<>(step.digest().items())),
                    isObserved(set, step),
                    set.isAboutPeople()));
        }
    }

    private Optional<Map<String, @Nullable Object>> foreseen(Step step) {
        return impact.orderedStream()
                .flatMap(one -> one.of(step.set().id(), step.digest().value()).stream())
                .findFirst();
    }

    /** What automation writes to releases at once, many times a day, is not looked at again; nor is configuration. */
    private static boolean isObserved(ChangeSet enacted, Step step) {
        boolean writesReleasesAlone = step.transitions().stream().allMatch(Transition.OfRelease.class::isInstance);
        return !step.transitions().isEmpty() && !(enacted.isDirectEdit() && writesReleasesAlone);
    }
}

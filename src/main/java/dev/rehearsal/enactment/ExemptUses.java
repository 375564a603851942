package dev.rehearsal.enactment;

import dev.rehearsal.enactment.store.ExemptUseStore;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.staging.Effect;
import dev.rehearsal.staging.ProductChannel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * Counts what went live on guarded channels without their signoffs, because the installation exempts its kind from
 * them.
 */
@Service
public class ExemptUses {

    private final ExemptUseStore store;

    ExemptUses(ExemptUseStore store) {
        this.store = store;
    }

    /** Keeps what these steps did not need that they would otherwise have needed. */
    void record(Write write, List<Step> steps, ApprovalContext now) {
        for (Step step : steps) {
            for (Effect effect : step.effects()) {
                ProductChannel pair = effect.pair();
                if (!effect.needsSignoffs()
                        && pair.product() != null
                        && !now.policy()
                                .ofChannel(pair.product(), pair.channel())
                                .isEmpty()) {
                    store.insert(write, step.set().id(), pair.product(), pair.channel());
                }
            }
        }
    }

    /** Returns how often each pair changed so since a time; those that did not are left out. */
    public Map<ProductChannel, Integer> countsSince(Instant from) {
        return store.countsSince(from);
    }
}

package dev.rehearsal.enactment;

import dev.rehearsal.staging.ChangeSetId;
import java.util.Map;

/** Tells which sets are steps that their rollout has not let go. */
@FunctionalInterface
public interface PlanHolds {

    /** Reads them as the caller's transaction sees them; sets that may go as far as rollouts are concerned are left out. */
    Map<ChangeSetId, PlanHold> held();
}

package dev.rehearsal.api;

import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.journal.Actor;
import dev.rehearsal.refusal.RefusedException;
import dev.rehearsal.staging.ChangeId;
import org.springframework.stereotype.Component;

/** Enacting by Balrog's {@code sc_id}: the set that the change belongs to goes as one. */
@Component
class EnactedChanges {

    private final ChangeSets changeSets;

    EnactedChanges(ChangeSets changeSets) {
        this.changeSets = changeSets;
    }

    void enact(Actor actor, long scId) {
        changeSets.enact(
                actor,
                changeSets
                        .setOf(new ChangeId(scId))
                        .orElseThrow(() -> RefusedException.notFound("there is no scheduled change " + scId)));
    }
}

package dev.rehearsal.ui.traffic;

import dev.rehearsal.access.SignedIn;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.serve.sample.SamplingOptions;
import dev.rehearsal.traffic.LoadedLists;
import dev.rehearsal.traffic.TrafficCounts;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Holds what the screen of traffic shows and does for the signed-in user. */
@Component
record TrafficDesk(SignedIn signedIn, TrafficCounts counts, LoadedLists lists, SamplingOptions options, Clock clock) {

    Actor actor() {
        return signedIn.actor();
    }
}

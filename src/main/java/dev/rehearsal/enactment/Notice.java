package dev.rehearsal.enactment;

import dev.rehearsal.staging.ChangeSetId;
import java.time.Instant;

/** A notice that everybody shall see for a while, because it should not have been necessary, or not have happened. */
public sealed interface Notice {

    Instant at();

    ChangeSetId set();

    /** Tells that a set went live although something stood in the way. */
    record ByBreakGlass(ChangeSetId set, String title, BreakGlass how) implements Notice {

        @Override
        public Instant at() {
            return how.at();
        }
    }

    /** The live tables are not those that were judged. */
    record NotAsJudged(Alarms.Alarm alarm) implements Notice {

        @Override
        public Instant at() {
            return alarm.at();
        }

        @Override
        public ChangeSetId set() {
            return alarm.set();
        }
    }
}

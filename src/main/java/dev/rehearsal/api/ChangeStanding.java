package dev.rehearsal.api;

import dev.rehearsal.change.ChangeSet;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How far a scheduled change is with its signoffs, in Balrog's shape. */
@Component
class ChangeStanding {

    /** The role that each person signed with, by person. */
    Map<String, String> signoffs(ChangeSet set) {
        return Map.of();
    }

    /** How many signoffs are needed, by role; none of a set that is enacted (a Balrog fact). */
    Map<String, Integer> requiredSignoffs(ChangeSet set) {
        return Map.of();
    }
}

package dev.rehearsal.enactment;

import dev.rehearsal.approval.GateFinding;
import java.util.List;

/** Says why the passes that people gave do not open a gate. */
public interface PassedElsewhereHint {

    /**
     * Returns text such as {@code the PASS of chioma was for another state: Firefox-150.0 got a new de build for
     * win64}. May go through histories, so nobody asks under the write lock.
     *
     * @return without full stops; empty where the gate is not untested, or nobody who counts passed another state
     */
    List<String> sentences(GateFinding finding);

    /** Returns what is in the way, with what was passed instead. */
    default String sentence(Obstacle obstacle) {
        return obstacle instanceof Obstacle.GateClosed(GateFinding finding) ? sentence(finding) : obstacle.sentence();
    }

    default String sentence(GateFinding finding) {
        List<String> elsewhere = sentences(finding);
        return elsewhere.isEmpty() ? finding.sentence() : finding.sentence() + "; " + String.join("; ", elsewhere);
    }
}

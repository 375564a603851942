package dev.rehearsal.enactment.exploration;

import dev.rehearsal.approval.RailJudgement;
import dev.rehearsal.approval.RailedStep;
import dev.rehearsal.enactment.RailQuestion;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What guard rails of the explored world find a fault in: that a channel comes to lead to the release Free. */
final class RailFault {

    private RailFault() {}

    static boolean isIn(Members then, Members now) {
        Set<Atom> entering = new HashSet<>(now.atoms());
        entering.removeAll(then.atoms());
        return entering.stream().anyMatch(atom -> atom.fact().endsWith("apping=" + Cast.FREE));
    }

    /** Judges as the product does: without the lock, for exactly these steps. */
    static void judge(World world, Collection<RailQuestion> questions) {
        Map<RailedStep, RailJudgement> next = new HashMap<>(world.judgements);
        for (RailQuestion question : questions) {
            String channel = question.pair().channel();
            boolean isFault =
                    isIn(Members.of(world, question.before(), channel), Members.of(world, question.after(), channel));
            next.put(
                    question.step(),
                    new RailJudgement(
                            isFault ? RailJudgement.Result.FAIL : RailJudgement.Result.PASS,
                            List.of("Free"),
                            null,
                            null,
                            world.at()));
        }
        world.judgements = Map.copyOf(next);
    }
}

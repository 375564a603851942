package dev.rehearsal.matching.region;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.UpdateQuery;
import java.util.List;

/** The turn of a rule tells whether there is a client that it decides for. */
public sealed interface Turn {

    /** @param client one that it decides for, as the evaluation says, too */
    record Comes(UpdateQuery client) implements Turn {}

    /**
     * The rule does not decide for any client, whatever it says.
     *
     * @param before rules that come first, in evaluation order, and together leave it nobody; nothing where it asks for
     *     what no client says
     * @param failing rules that cannot be judged by what its clients say, so that these get an error
     */
    record Never(List<Rule> before, List<Rule> failing) implements Turn {

        public Never {
            before = List.copyOf(before);
            failing = List.copyOf(failing);
        }
    }

    /** @param why it cannot be said, as the end of a sentence */
    record CannotSay(String why) implements Turn {}
}

package dev.rehearsal.approval;

import dev.rehearsal.access.People;
import dev.rehearsal.approval.store.GuardRailStore;
import dev.rehearsal.ledger.NumberedTable;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The guard rails in force. */
@Service
public class GuardRails extends NumberedTable<GuardRail> {

    private final People people;
    private final ChannelMappings mappings;

    GuardRails(GuardRailStore store, People people, ChannelMappings mappings) {
        super(GuardRail.class, store);
        this.people = people;
        this.mappings = mappings;
    }

    @Override
    public void check(@Nullable GuardRail before, GuardRail after) {
        List<Problem> problems = new ArrayList<>(problems(after));
        boolean isMoved = before == null
                || !Objects.equals(before.product(), after.product())
                || !before.liveChannel().equals(after.liveChannel());
        if (isMoved && problems.isEmpty()) {
            RestingGuards.whyItWouldRest(mappings.all(), after.product(), after.liveChannel())
                    .ifPresent(why -> problems.add(new Problem("live_channel", why)));
        }
        if (people.all().stream().noneMatch(person -> !person.automation() && person.holds(after.passedBy()))) {
            problems.add(new Problem(
                    "passed_by", "nobody holds the role '%s': give it to somebody first".formatted(after.passedBy())));
        }
        RefusedException.throwIfAny(problems);
    }

    /** Returns what is wrong with a rail in itself. */
    public static List<Problem> problems(GuardRail rail) {
        List<Problem> problems = new ArrayList<>();
        if (rail.product() != null && isNoName(rail.product(), RuleField.LONGEST_PRODUCT)) {
            problems.add(new Problem("product", "must be 1 to " + RuleField.LONGEST_PRODUCT + " characters long"));
        }
        if (isNoName(rail.liveChannel(), RuleField.LONGEST_CHANNEL)
                || rail.liveChannel().contains("*")) {
            problems.add(new Problem("live_channel", "must be the exact name of one channel"));
        }
        rail.wrongLimit().ifPresent(why -> problems.add(new Problem("percent", why)));
        return problems;
    }

    private static boolean isNoName(String name, int longest) {
        return name.isBlank() || name.length() > longest;
    }
}

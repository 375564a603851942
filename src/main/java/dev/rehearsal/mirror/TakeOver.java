package dev.rehearsal.mirror;

import dev.rehearsal.access.Accounts;
import dev.rehearsal.access.ApiTokens;
import dev.rehearsal.access.Identities;
import dev.rehearsal.access.People;
import dev.rehearsal.access.Person;
import dev.rehearsal.approval.Gates;
import dev.rehearsal.enactment.FollowState;
import dev.rehearsal.enactment.FollowedTables;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import java.util.List;
import org.springframework.stereotype.Service;

/** Ends following a Balrog, for good, and says before what there should be by then. */
@Service
public class TakeOver {

    private final FollowedTables tables;
    private final People people;
    private final Accounts accounts;
    private final Identities identities;
    private final ApiTokens tokens;
    private final Gates gates;
    private final ChannelMappings mappings;

    TakeOver(
            FollowedTables tables,
            People people,
            Accounts accounts,
            Identities identities,
            ApiTokens tokens,
            Gates gates,
            ChannelMappings mappings) {
        this.tables = tables;
        this.people = people;
        this.accounts = accounts;
        this.identities = identities;
        this.tokens = tokens;
        this.gates = gates;
        this.mappings = mappings;
    }

    /** The points of a check, in the order in which they are looked at: each is something that there should be. */
    public enum Point {
        /** The first copy is complete. */
        COPIED(true),
        /** What is here is what was read, by its hash. */
        EQUAL(true),
        /** Somebody can sign in to the screens. */
        SIGN_IN(true),
        /** The last look at the source succeeded. */
        CURRENT(false),
        /** Automation has tokens. */
        TOKENS(false),
        MAPPINGS(false),
        GATES(false);

        private final boolean needed;

        Point(boolean needed) {
            this.needed = needed;
        }

        /** Whether nobody takes over without it. */
        public boolean isNeeded() {
            return needed;
        }
    }

    /** @param isThere whether all is well with it */
    public record Checked(Point point, boolean isThere) {}

    public List<Checked> checklist() {
        FollowState following = tables.latest().orElse(null);
        return List.of(
                new Checked(Point.COPIED, following != null && following.readAt() != null),
                new Checked(Point.EQUAL, tables.isAsRead()),
                new Checked(Point.SIGN_IN, people.all().stream().anyMatch(this::canSignIn)),
                new Checked(Point.CURRENT, following != null && following.awaySince() == null),
                new Checked(Point.TOKENS, tokens.count() > 0),
                new Checked(Point.MAPPINGS, !mappings.all().isEmpty()),
                new Checked(Point.GATES, !gates.all().isEmpty()));
    }

    private boolean canSignIn(Person person) {
        return accounts.hadPassword(person.name())
                || identities.of(person.name()).isPresent();
    }

    /**
     * Ends following: from now on what is written is written here.
     *
     * @throws RefusedException if something that is needed is not there, or by whoever may not everything
     */
    public void now(Actor by) {
        List<Problem> missing = checklist().stream()
                .filter(checked -> checked.point().isNeeded() && !checked.isThere())
                .map(checked -> new Problem(
                        "",
                        switch (checked.point()) {
                            case SIGN_IN ->
                                "nobody could sign in: set a password for somebody first, or bind somebody to an account of the issuer";
                            default -> "what is followed is not here as it is there: wait for the next look";
                        }))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            throw RefusedException.conflict(missing);
        }
        tables.takeOver(by);
    }
}

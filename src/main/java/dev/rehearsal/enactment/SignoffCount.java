package dev.rehearsal.enactment;

import dev.rehearsal.access.Credential;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.RoleGrant;
import dev.rehearsal.approval.Requirements;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.ledger.Actor;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells which signoffs of one set count: of people who hold the role without interruption since they signed, who wrote
 * none of what goes live, and who signed exactly this.
 *
 * @param wrote everybody who wrote any of the set, or of what it brings in
 * @param products of the guarded pairs that it changes
 */
record SignoffCount(ApprovalContext now, DecisionRules rules, Set<Actor> wrote, Set<String> products) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    Ballot ballot(List<Signoff> given, StepDigest digest) {
        if (given.isEmpty()) {
            return Ballot.EMPTY;
        }
        List<Signoff> counted = new ArrayList<>();
        List<Ballot.Lapsed> lapsed = new ArrayList<>();
        String present = digest.value();
        for (Signoff signoff : given) {
            String reason = reasonAgainst(signoff, present, digest);
            if (reason == null) {
                counted.add(signoff);
            } else {
                lapsed.add(new Ballot.Lapsed(signoff, reason));
            }
        }
        return new Ballot(counted, lapsed);
    }

    private @Nullable String reasonAgainst(Signoff signoff, String present, StepDigest digest) {
        if (!now.person(signoff.by()).holds(signoff.role())) {
            return "does not count: %s does not hold the role %s any more".formatted(signoff.by(), signoff.role());
        }
        if (now.person(signoff.by()).grantOf(signoff.role()) != signoff.grant() && signoff.digest() != null) {
            return "does not count: %s was given the role %s anew since".formatted(signoff.by(), signoff.role());
        }
        if (rules.hasExpired(signoff, now.at())) {
            return "does not count: it expired %s; sign again".formatted(TIME.format(rules.endOf(signoff)));
        }
        if (!maySign(signoff.by())) {
            return "does not count: %s wrote some of what goes live".formatted(signoff.by());
        }
        String maker = madeSigner(signoff);
        if (maker != null) {
            return "does not count yet: %s, who wrote some of what goes live or can act for somebody who did, gave %s what this was signed with less than"
                            .formatted(maker, signoff.by())
                    + " seven days ago; another holder of the permission 'permission' must confirm it";
        }
        if (signoff.digest() == null) {
            return "was given before signoffs said what they sign: look at the set and sign again";
        }
        return signoff.digest().equals(present) ? null : difference(signoff.items(), digest.hashed());
    }

    /** Returns who wrote some of this and lately gave the signer a role, token or password; null for nobody. */
    private @Nullable String madeSigner(Signoff signoff) {
        Person signer = now.person(signoff.by());
        if (wasMadeHolder(signer, signoff.role())) {
            return Objects.requireNonNull(signer.grants().get(signoff.role()))
                    .by()
                    .name();
        }
        Credential credential = signoff.credential();
        return !rules.authorMaySign()
                        && credential != null
                        && !credential.givenBy().equals(signoff.by())
                        && isFresh(credential.givenBy(), credential.givenAt(), credential.confirmedBy())
                ? credential.givenBy().name()
                : null;
    }

    /** Whether somebody who wrote some of this gave this person the role lately, and nobody else has confirmed it. */
    boolean wasMadeHolder(Person person, Role role) {
        RoleGrant grant = person.grants().get(role);
        return applies() && grant != null && isFresh(grant.by(), grant.at(), grant.confirmedBy());
    }

    /** Whether somebody who wrote some of this lately gave this person a way in, so that they can act as them. */
    boolean wasLetIn(Actor person) {
        return applies()
                && now.guardHistory().behind(person, products).stream()
                        .anyMatch(by -> !by.equals(person) && wrote.contains(by));
    }

    /** Where permissions need signoffs, nobody makes a signer alone. */
    private boolean applies() {
        return !rules.authorMaySign() && now.policy().forPermissions().isEmpty();
    }

    private boolean isFresh(Actor givenBy, Instant givenAt, @Nullable Actor confirmedBy) {
        return isOfWriters(givenBy)
                && (confirmedBy == null || isOfWriters(confirmedBy))
                && now.guardHistory().isLately(givenAt, products);
    }

    /** Whether somebody wrote some of this, or was lately enabled to give by somebody who did. */
    private boolean isOfWriters(Actor giver) {
        return now.guardHistory().behind(giver, products).stream().anyMatch(wrote::contains);
    }

    /** The first item that is another one says it. */
    private static String difference(Map<String, String> signed, Map<String, String> present) {
        for (Map.Entry<String, String> item : present.entrySet()) {
            String then = signed.get(item.getKey());
            if (then == null) {
                return "was given before this was part of it: " + item.getKey();
            }
            if (!then.equals(item.getValue())) {
                return "was given when this was something else: " + item.getKey();
            }
        }
        return signed.keySet().stream()
                .filter(item -> !present.containsKey(item))
                .findFirst()
                .map(item -> "was given when this was part of it: " + item)
                .orElse("was given for another state");
    }

    /** Whether this person's signoff would count, as far as the person goes. */
    boolean maySign(Actor person) {
        return !now.person(person).automation() && (rules.authorMaySign() || !wrote.contains(person));
    }

    /** Returns what is missing: signoffs, or people who could give them. */
    List<Obstacle> missing(Requirements required, List<Signoff> counted) {
        List<Obstacle> obstacles = new ArrayList<>();
        required.perRole().forEach((role, count) -> {
            int given = (int) counted.stream()
                    .filter(signoff -> signoff.role().equals(role))
                    .count();
            if (given < count) {
                int eligible = eligible(role);
                obstacles.add(
                        eligible < count
                                ? new Obstacle.TooFewSigners(role, count, eligible)
                                : new Obstacle.SignoffsMissing(role, count, given));
            }
        });
        return obstacles;
    }

    /** Returns how many people could sign in a role, whether they have or not. */
    int eligible(Role role) {
        return (int) now.holdersOf(role).stream().filter(this::maySign).count();
    }
}

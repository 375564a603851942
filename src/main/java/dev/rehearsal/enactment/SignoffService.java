package dev.rehearsal.enactment;

import dev.rehearsal.access.Deed;
import dev.rehearsal.access.People;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.approval.Signoffs;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Entry;
import dev.rehearsal.ledger.Journal;
import dev.rehearsal.ledger.Touches;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.ChangeSetId;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** SignoffService sets and taking signoffs back: one role per person and set, until it is enacted. */
@Service
public class SignoffService {

    private final Journal journal;
    private final ChangeSets changeSets;
    private final Signoffs signoffs;
    private final People people;
    private final boolean authorMaySign;

    SignoffService(
            Journal journal,
            ChangeSets changeSets,
            Signoffs signoffs,
            People people,
            @Value("${rehearsal.signoff.author-may-sign:false}") boolean authorMaySign) {
        this.journal = journal;
        this.changeSets = changeSets;
        this.signoffs = signoffs;
        this.people = people;
        this.authorMaySign = authorMaySign;
    }

    /**
     * Signs a pending or held set; again in the same role is no error and changes nothing.
     *
     * @param dataVersion of the set that the signer has looked at; null if they do not say
     * @throws RefusedException if the signer does not hold the role, wrote any of the set, is automation, has signed in
     *     another role, or the set is not what they looked at
     */
    public void sign(Actor by, ChangeSetId id, Role role, @Nullable Integer dataVersion) {
        if (signoffOf(by, id).filter(signoff -> signoff.role().equals(role)).isPresent()) {
            return;
        }
        journal.write(by, Touches.QUEUE, entry -> {
            sign(entry, changeSets.current(id, dataVersion), role);
            return id;
        });
    }

    /** Signs these sets in one step: all of them, or none. */
    public void signAll(Actor by, Collection<ChangeSetId> sets, Role role) {
        journal.write(by, Touches.QUEUE, entry -> {
            sets.forEach(id -> sign(entry, changeSets.current(id, null), role));
            return sets;
        });
    }

    private void sign(Entry entry, ChangeSet set, Role role) {
        Actor by = entry.by();
        refuseUnsignable(set);
        Person person = people.find(by);
        if (person.automation()) {
            throw RefusedException.forbidden(by + " is a system account: people sign");
        }
        if (!person.holds(role)) {
            throw RefusedException.forbidden("%s does not hold the role '%s'".formatted(by, role));
        }
        if (!authorMaySign && set.contentBy().contains(by)) {
            throw RefusedException.forbidden(
                    by + " wrote what this set changes, and nobody signs what they wrote: somebody else must");
        }
        Optional<Signoff> given = signoffOf(by, set.id());
        if (given.isEmpty()) {
            signoffs.add(entry, set.id(), new Signoff(by, role, entry.at()));
        } else if (!given.get().role().equals(role)) {
            throw RefusedException.forbidden(
                    "%s has signed as '%s' and cannot sign with a second role: revoke that first"
                            .formatted(by, given.get().role()));
        }
    }

    /**
     * Takes a signoff back: one's own, or anybody's by an admin or a holder of the role that it was given in.
     *
     * @param signer whose signoff
     */
    public void revoke(Actor by, ChangeSetId id, Actor signer) {
        journal.write(by, Touches.QUEUE, entry -> {
            revoke(entry, id, signer);
            return id;
        });
    }

    /** Takes one's own signoffs back, where these sets have them, in one step. */
    public void revokeAll(Actor by, Collection<ChangeSetId> sets) {
        journal.write(by, Touches.QUEUE, entry -> {
            for (ChangeSetId id : sets) {
                if (signoffOf(by, id).isPresent()) {
                    revoke(entry, id, by);
                }
            }
            return sets;
        });
    }

    private void revoke(Entry entry, ChangeSetId id, Actor signer) {
        Actor by = entry.by();
        refuseUnsignable(changeSets.current(id, null));
        Signoff signoff = signoffOf(signer, id)
                .orElseThrow(() -> RefusedException.notFound(signer + " has not signed change set " + id));
        Person person = people.find(by);
        if (person.automation()) {
            throw RefusedException.forbidden(by + " is a system account: people sign, and revoke");
        }
        boolean may = by.equals(signer)
                || person.holds(signoff.role())
                || person.may(new Deed(PermissionName.ADMIN, null, null));
        if (!may) {
            throw RefusedException.forbidden(
                    "only %s, an admin or a holder of the role '%s' can revoke that".formatted(signer, signoff.role()));
        }
        signoffs.remove(entry, id, signoff);
    }

    private Optional<Signoff> signoffOf(Actor signer, ChangeSetId id) {
        return signoffs.of(id).stream()
                .filter(signoff -> signoff.by().equals(signer))
                .findFirst();
    }

    private static void refuseUnsignable(ChangeSet set) {
        switch (set.state()) {
            case ChangeSet.Pending(), ChangeSet.Held() -> {}
            case ChangeSet.Draft(), ChangeSet.Enacted _, ChangeSet.Withdrawn _ ->
                throw RefusedException.conflict("change set " + set.id() + " is " + ChangeSets.describe(set.state()));
        }
    }
}

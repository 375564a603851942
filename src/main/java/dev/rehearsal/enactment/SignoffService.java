package dev.rehearsal.enactment;

import dev.rehearsal.access.Credential;
import dev.rehearsal.access.People;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.RequiredPermission;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.SignedIn;
import dev.rehearsal.access.StepUp;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.approval.Signoffs;
import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.live.LiveTables;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.ChangeSetId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Records signoffs on change sets and takes them back: one role per person and set, until it is enacted. */
@Service
public class SignoffService {

    private final WriteLock writeLock;
    private final ChangeSets changeSets;
    private final Signoffs signoffs;
    private final People people;
    private final ReadinessCheck check;
    private final ApprovalContextReader contexts;
    private final LiveTables live;
    private final ChangeQueue queue;
    private final SignedIn signedIn;
    private final StepUp stepUp;
    private final boolean digestRequired;

    SignoffService(
            WriteLock writeLock,
            ChangeSets changeSets,
            Signoffs signoffs,
            People people,
            ReadinessCheck check,
            ApprovalContextReader contexts,
            LiveTables live,
            ChangeQueue queue,
            SignedIn signedIn,
            StepUp stepUp,
            @Value("${rehearsal.signoff.digest-required:false}") boolean digestRequired) {
        this.writeLock = writeLock;
        this.changeSets = changeSets;
        this.signoffs = signoffs;
        this.people = people;
        this.check = check;
        this.contexts = contexts;
        this.live = live;
        this.queue = queue;
        this.signedIn = signedIn;
        this.stepUp = stepUp;
        this.digestRequired = digestRequired || stepUp.isOn();
    }

    /** A signoff that is about to be given: of which set, by whom, and as what. */
    private record Prepared(ChangeSet set, Person person, Role role, StepDigest content) {}

    /** Signs what the set is in its turn, as clients do that do not say what they saw. */
    public void sign(Actor by, ChangeSetId id, Role role, @Nullable Integer dataVersion) {
        sign(by, id, role, dataVersion, null);
    }

    /**
     * Signs a pending or held set. A person's signoff before is replaced, in whatever role it was given; the same again
     * changes nothing.
     *
     * @param dataVersion of the set that the signer has looked at; null if they do not say. Beside a digest it says nothing
     *     more: freshness is equality of content
     * @param digest of what the signer has looked at: the set in its turn, or alone; null for what it is in its turn
     * @throws dev.rehearsal.access.StepUpRequiredException if the signer must prove anew who they are
     * @throws RefusedException if the signer does not hold the role, wrote any of what goes live, is automation, or the
     *     set is not what they looked at
     */
    public void sign(Actor by, ChangeSetId id, Role role, @Nullable Integer dataVersion, @Nullable String digest) {
        writeLock.write(by, WriteKind.QUEUE, write -> {
            sign(
                    write,
                    List.of(prepare(write, changeSets.current(id, digest == null ? dataVersion : null), role, digest)));
            return id;
        });
    }

    /**
     * Signs these sets in one step: all of them, or none.
     *
     * @param digests of what the signer has looked at, by set; one that is missing is signed as it is in its turn
     * @return those that this person had not signed before
     */
    public List<ChangeSetId> signAll(
            Actor by, Map<ChangeSetId, String> digests, Collection<ChangeSetId> sets, Role role) {
        return writeLock.write(by, WriteKind.QUEUE, write -> {
            List<ChangeSetId> unsigned =
                    sets.stream().filter(id -> signoffOf(by, id).isEmpty()).toList();
            sign(
                    write,
                    sets.stream()
                            .map(id -> prepare(write, changeSets.current(id, null), role, digests.get(id)))
                            .toList());
            return unsigned;
        });
    }

    /** Asks for who the signer is once, for all that they are about to sign. */
    private void sign(Write write, List<Prepared> all) {
        stepUp.require(
                write.by(), all.stream().map(one -> one.content().value()).toList(), write.at());
        all.forEach(one -> put(write, one));
    }

    private Prepared prepare(Write write, ChangeSet set, Role role, @Nullable String digest) {
        Actor by = write.by();
        set.requireSignable();
        Person person = people.find(by);
        if (person.automation()) {
            throw RefusedException.forbidden(by + " is a system account: people sign");
        }
        if (!person.holds(role)) {
            throw RefusedException.forbidden("%s does not hold the role '%s'".formatted(by, role));
        }
        if (digest == null && digestRequired) {
            throw RefusedException.invalid(
                    "digest", "is missing: name the digest of what you looked at, as the change set gives it");
        }
        Readiness readiness = check.readiness(set, live.at(write.found()), queue.pending(), contexts.read());
        if (digest != null && !readiness.isDigest(digest)) {
            throw RefusedException.conflict(
                    "change set %s is not what you looked at any more: look at it again before signing"
                            .formatted(set.id()));
        }
        Step signed = digest != null && !readiness.inTurn().digest().value().equals(digest)
                ? readiness.alone()
                : readiness.inTurn();
        if (!check.maySign(by, signed.writers(), contexts.read())) {
            throw RefusedException.forbidden(
                    by + " wrote some of what would go live, and nobody signs what they wrote: somebody else must");
        }
        return new Prepared(set, person, role, signed.digest());
    }

    /** Keeps a signoff, unless it is the same again. */
    private void put(Write write, Prepared one) {
        Actor by = write.by();
        Role role = one.role();
        StepDigest content = one.content();
        long grant = one.person().grantOf(role);
        Credential credential = signedIn.credentialOf(by).orElse(null);
        Optional<Signoff> given = signoffOf(by, one.set().id());
        if (given.isEmpty()
                || !given.get().role().equals(role)
                || !content.value().equals(given.get().digest())
                || given.get().grant() != grant
                || isAnother(given.get().credential(), credential)
                || check.hasExpired(given.get(), write.at())) {
            signoffs.put(
                    write,
                    one.set().id(),
                    new Signoff(by, role, write.at(), content.value(), content.hashed(), grant, credential, null));
        }
    }

    /** Whoever came in with what a writer gave them counts once they come in with something else. */
    private static boolean isAnother(@Nullable Credential before, @Nullable Credential now) {
        return before == null || now == null ? before != now : before.kind() != now.kind() || before.id() != now.id();
    }

    /**
     * Takes a signoff back: one's own, or anybody's by an admin or a holder of the role that it was given in.
     *
     * @param signer whose signoff
     */
    public void revoke(Actor by, ChangeSetId id, Actor signer) {
        writeLock.write(by, WriteKind.QUEUE, write -> {
            revoke(write, id, signer);
            return id;
        });
    }

    /** Takes one's own signoffs back, where these sets have them, in one step. */
    public void revokeAll(Actor by, Collection<ChangeSetId> sets) {
        writeLock.write(by, WriteKind.QUEUE, write -> {
            for (ChangeSetId id : sets) {
                if (signoffOf(by, id).isPresent()) {
                    revoke(write, id, by);
                }
            }
            return sets;
        });
    }

    private void revoke(Write write, ChangeSetId id, Actor signer) {
        Actor by = write.by();
        changeSets.current(id, null).requireSignable();
        Signoff signoff = signoffOf(signer, id)
                .orElseThrow(() -> RefusedException.notFound(signer + " has not signed change set " + id));
        Person person = people.find(by);
        if (person.automation()) {
            throw RefusedException.forbidden(by + " is a system account: people sign, and revoke");
        }
        boolean may = by.equals(signer)
                || person.holds(signoff.role())
                || person.may(new RequiredPermission(PermissionName.ADMIN, null, null));
        if (!may) {
            throw RefusedException.forbidden(
                    "only %s, an admin or a holder of the role '%s' can revoke that".formatted(signer, signoff.role()));
        }
        signoffs.remove(write, id, signoff);
    }

    private Optional<Signoff> signoffOf(Actor signer, ChangeSetId id) {
        return signoffs.of(id).stream()
                .filter(signoff -> signoff.by().equals(signer))
                .findFirst();
    }
}

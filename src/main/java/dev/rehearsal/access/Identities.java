package dev.rehearsal.access;

import dev.rehearsal.access.store.AccountStore;
import dev.rehearsal.access.store.IdentityStore;
import dev.rehearsal.access.store.PersonStore;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.problem.RefusedException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Knows which account of the issuer belongs to which person here. The issuer says who somebody is, never what they may
 * do; a person is bound to an account once, and neither a name nor a subject that is used again lets anybody in as who
 * had it before.
 */
@Service
public class Identities {

    private final IdentityStore store;
    private final PersonStore persons;
    private final AccountStore accounts;
    private final People people;
    private final DemoPeople demo;
    private final GrantPolicy policy;
    private final Access access;
    private final WriteLock writeLock;
    private final SecurityEvents events;
    private final FailureNotes notes;
    private final OidcOptions options;

    Identities(
            IdentityStore store,
            PersonStore persons,
            AccountStore accounts,
            People people,
            DemoPeople demo,
            GrantPolicy policy,
            Access access,
            WriteLock writeLock,
            SecurityEvents events,
            FailureNotes notes,
            OidcOptions options) {
        this.store = store;
        this.persons = persons;
        this.accounts = accounts;
        this.people = people;
        this.demo = demo;
        this.policy = policy;
        this.access = access;
        this.writeLock = writeLock;
        this.events = events;
        this.notes = notes;
        this.options = options;
    }

    /** Returns who this account is, as long as that person is here and may do anything. */
    public Optional<Binding> find(Identity identity) {
        return store.find(identity).filter(this::isKnown);
    }

    /** Returns by which account somebody signs in. */
    public Optional<Binding> of(String person) {
        return store.of(person, options.issuer());
    }

    /**
     * Recognises whoever the issuer has sent to the screens, and binds them where their name is enough.
     *
     * @param name what the issuer calls them
     * @param address from where they come
     */
    public Recognised signIn(Identity identity, String name, String address) {
        Binding binding = find(identity)
                .or(() -> bindByName(identity, name))
                .filter(found -> !people.find(found.actor()).automation())
                .orElse(null);
        if (binding == null) {
            FirstBinding.Why why = whyNot(identity, name);
            notes.stranger(
                    identity, name, why == null ? "nobody of that account is here any more" : why.words(), address);
            return new Recognised.Stranger(identity, name);
        }
        events.note(SecurityEvent.Kind.SIGNED_IN, binding.actor(), null, "through the issuer", address);
        return new Recognised.Known(binding);
    }

    /** Notes that somebody has proved anew who they are. */
    public void provedAnew(Binding binding, String address) {
        events.note(SecurityEvent.Kind.STEPPED_UP, binding.actor(), null, null, address);
    }

    /** Notes that the issuer sent somebody whom it should not have, or whose answer was not good. */
    public void refused(String why, String address) {
        notes.refusedByIssuer(why, address);
    }

    /**
     * Recognises automation by what the options call its account. Whoever set these has bound it: once, to the person of that
     * name; the next of the name is bound by an administrator.
     */
    public Optional<Binding> automation(Identity identity, String name) {
        return find(identity)
                .filter(binding -> binding.actor().name().equals(name))
                .or(() -> bindAutomation(identity, name));
    }

    private Optional<Binding> bindAutomation(Identity identity, String name) {
        if (store.isKnown(identity)
                || store.isNameUsed(name)
                || persons.find(name).filter(person -> !store.hadAny(person)).isEmpty()) {
            return Optional.empty();
        }
        return writeLock.write(new Actor(name), WriteKind.QUEUE, write -> {
            PersonId person = persons.find(name).orElse(null);
            if (person != null && !store.isKnown(identity) && !store.isNameUsed(name) && !store.hadAny(person)) {
                insert(write, identity, person, name);
            }
            return find(identity);
        });
    }

    private Optional<Binding> bindByName(Identity identity, String name) {
        if (whyNot(identity, name) != null) {
            return Optional.empty();
        }
        return writeLock.write(new Actor(name), WriteKind.QUEUE, write -> {
            if (whyNot(identity, name) == null) {
                insert(write, identity, persons.find(name).orElseThrow(), name);
            }
            return find(identity);
        });
    }

    private FirstBinding.@Nullable Why whyNot(Identity identity, String name) {
        PersonId person = persons.find(name).orElse(null);
        if (person == null) {
            return FirstBinding.Why.NOBODY_OF_THAT_NAME;
        }
        if (people.find(new Actor(name)).automation()) {
            return FirstBinding.Why.AUTOMATION;
        }
        boolean hasOtherWay = accounts.find(name).isPresent()
                || demo.passwords().containsKey(name)
                || store.hadTokens(person)
                || store.hadAny(person);
        return new FirstBinding(options.bindByName(), store.isKnown(identity), store.isNameUsed(name), hasOtherWay)
                .whyNot();
    }

    /**
     * Binds a person to an account of the issuer from now on, as an administrator says; needs what granting all that this
     * person holds would need. Sessions and tokens of another account of theirs end.
     *
     * @param subject what the issuer calls the account
     * @throws RefusedException if the person has no permission yet, or nobody can have this subject
     */
    public void bind(Actor by, String person, String subject) {
        if (!options.isOn()) {
            throw RefusedException.invalid("", "there is no issuer here: see the option rehearsal.oidc.issuer");
        }
        String checked = subject.strip();
        if (checked.isEmpty()
                || checked.length() > Identity.LONGEST_SUBJECT
                || checked.chars().anyMatch(Character::isISOControl)) {
            throw RefusedException.invalid("subject", "must be what the issuer calls the account: 1 to 255 characters");
        }
        writeLock.write(by, WriteKind.QUEUE, write -> {
            Person bound = people.find(new Actor(PersonName.checked(person)));
            if (!bound.isKnown()) {
                throw RefusedException.invalid("", person + " has no permission yet, so there is nobody to sign in");
            }
            refuseOneself(by, person);
            policy.requireToEquip(by, Action.MODIFY, bound, "sign-in");
            Identity identity = new Identity(options.issuer(), checked);
            refuseOther(identity, person);
            insert(write, identity, bound.id(), person);
            return person;
        });
    }

    /** Whoever has stolen an open session shall not stay by an account of their own. */
    private static void refuseOneself(Actor by, String person) {
        if (by.name().equals(person)) {
            throw RefusedException.forbidden("nobody binds themselves: another administrator must");
        }
    }

    private void refuseOther(Identity identity, String person) {
        store.find(identity)
                .filter(other -> !other.actor().name().equals(person))
                .ifPresent(other -> {
                    throw RefusedException.conflict("that account is %s: unbind them first".formatted(other.actor()));
                });
    }

    /**
     * Ends that somebody comes in through the issuer, at once: locking somebody out needs no signoffs.
     *
     * @throws RefusedException if they do not
     */
    public void unbind(Actor by, String person) {
        writeLock.write(by, WriteKind.QUEUE, write -> {
            if (!by.name().equals(person)) {
                access.require(by, RequiredPermission.onPeople(Action.DELETE));
            }
            Binding binding = of(person)
                    .orElseThrow(() -> RefusedException.notFound(person + " is bound to no account of the issuer"));
            store.end(binding.person(), options.issuer());
            events.note(
                    write,
                    SecurityEvent.Kind.IDENTITY_UNBOUND,
                    person,
                    binding.identity().subject());
            return person;
        });
    }

    /**
     * Confirms that the binding shall be good.
     *
     * @throws RefusedException unless this is another holder of the permission than whoever bound them, and not the person
     */
    public void confirm(Actor by, String person) {
        writeLock.write(by, WriteKind.QUEUE, write -> {
            Binding binding = of(person)
                    .orElseThrow(() -> RefusedException.notFound(person + " is bound to no account of the issuer"));
            policy.requireToConfirm(by, person, binding.by());
            store.confirm(write, binding.id());
            events.note(
                    write,
                    SecurityEvent.Kind.IDENTITY_CONFIRMED,
                    person,
                    binding.identity().subject());
            return person;
        });
    }

    private void insert(Write write, Identity identity, PersonId person, String name) {
        store.insert(write, identity, person, write.by());
        events.note(write, SecurityEvent.Kind.IDENTITY_BOUND, name, identity.subject());
    }

    private boolean isKnown(Binding binding) {
        Person person = people.find(binding.actor());
        return person.isKnown() && person.id().equals(binding.person());
    }
}

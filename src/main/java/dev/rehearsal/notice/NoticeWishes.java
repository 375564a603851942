package dev.rehearsal.notice;

import dev.rehearsal.access.People;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.PersonId;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.notice.store.WishStore;
import dev.rehearsal.problem.RefusedException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Keeps what people want to be told by e-mail; each says it of themselves, and nobody of others. */
@Service
public class NoticeWishes {

    private final WishStore store;
    private final People people;
    private final WriteLock writeLock;
    private final Mailbox mailbox;

    NoticeWishes(WishStore store, People people, WriteLock writeLock, Mailbox mailbox) {
        this.store = store;
        this.people = people;
        this.writeLock = writeLock;
        this.mailbox = mailbox;
    }

    /** Whether this installation sends e-mails at all. */
    public boolean areMailed() {
        return mailbox.isOpen();
    }

    public Wishes of(Actor person) {
        Person asked = people.find(person);
        return of(asked, store::find);
    }

    /** @throws RefusedException if the address is none, or if somebody without a permission asks */
    public Wishes put(Actor by, Wishes wishes) {
        if (!wishes.address().isEmpty() && !MailAddress.isOne(wishes.address())) {
            throw RefusedException.invalid("address", "must be an e-mail address such as ada@rehearsal.example");
        }
        return writeLock.write(by, WriteKind.QUEUE, write -> {
            Person person = people.find(by);
            if (person.id().equals(PersonId.NONE)) {
                throw RefusedException.forbidden(by + " is no person of this installation, so nothing is sent to them");
            }
            store.put(person.id(), wishes, write.at());
            return wishes;
        });
    }

    /** Returns those of all people who can be told anything, by name. */
    Map<String, Wishes> all() {
        Map<PersonId, Wishes> said = store.all();
        Map<String, Wishes> all = new TreeMap<>();
        for (Person person : people.all()) {
            if (person.isKnown() && !person.automation()) {
                all.put(person.name(), of(person, id -> Optional.ofNullable(said.get(id))));
            }
        }
        return all;
    }

    private static Wishes of(Person person, Function<PersonId, Optional<Wishes>> said) {
        return said.apply(person.id()).orElseGet(() -> Wishes.byDefault(person.name()));
    }
}

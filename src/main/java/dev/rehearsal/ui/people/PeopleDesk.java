package dev.rehearsal.ui.people;

import dev.rehearsal.access.Access;
import dev.rehearsal.access.Accounts;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.ApiTokens;
import dev.rehearsal.access.ApprovedSecrets;
import dev.rehearsal.access.Grants;
import dev.rehearsal.access.Identities;
import dev.rehearsal.access.OidcOptions;
import dev.rehearsal.access.OpenSessions;
import dev.rehearsal.access.People;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.RequiredPermission;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.SignedIn;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.notice.NoticeWishes;
import dev.rehearsal.ui.frame.Messages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The desk of the screen of people reads what it shows, and does what it does, for the signed-in user. */
@Component
record PeopleDesk(
        SignedIn signedIn,
        People people,
        Access access,
        Grants grants,
        ApiTokens tokens,
        Accounts accounts,
        ApprovedSecrets secrets,
        OpenSessions sessions,
        Identities identities,
        OidcOptions issuer,
        ChangeSets changeSets,
        NoticeWishes wishes,
        Clock clock) {

    private static final Messages MESSAGES = Messages.beside(PeopleDesk.class);

    /** What was given longer ago counts without anybody else. */
    private static final Duration UNCONFIRMED = Duration.ofDays(7);

    Actor actor() {
        return signedIn.actor();
    }

    boolean isMyself(String person) {
        return actor().name().equals(person);
    }

    Person find(String name) {
        return people.find(new Actor(name));
    }

    /** Everybody, or only oneself for whoever may not see others. */
    List<Person> visible() {
        return whyNot(Action.VIEW) == null ? people.all() : List.of(people.find(actor()));
    }

    /** The roles that anybody holds. */
    SortedSet<Role> roles() {
        SortedSet<Role> roles = new TreeSet<>();
        visible().forEach(person -> roles.addAll(person.roles()));
        return roles;
    }

    /** Whether the signed-in user can stand for what somebody else gave lately to a third person. */
    boolean canConfirm(String person, Actor giver, Instant givenAt, boolean isConfirmed) {
        return !isConfirmed
                && !giver.name().isEmpty()
                && !giver.name().equals(person)
                && !isMyself(person)
                && !giver.equals(actor())
                && givenAt.plus(UNCONFIRMED).isAfter(now())
                && whyNot(Action.CREATE) == null;
    }

    /** Makes a change set of this, which goes live as soon as it is signed. */
    ChangeSet schedule(Proposal.ChangeRow<?> change) {
        return changeSets.schedule(actor(), change.title(), null, List.of(change));
    }

    Instant now() {
        return clock.instant();
    }

    /** Returns what somebody reads who may not do this; null for those who may. */
    @Nullable
    String whyNot(Action action) {
        RequiredPermission required = RequiredPermission.onPeople(action);
        return access.may(actor(), required) ? null : MESSAGES.get("lacks", required);
    }

    /** Says why not to do what everybody may do for themselves. */
    @Nullable
    String whyNot(Action action, String person) {
        return isMyself(person) ? null : whyNot(action);
    }
}

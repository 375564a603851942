package dev.rehearsal.enactment;

import dev.rehearsal.access.Person;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Comment;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.ledger.Actor;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Decides who can request changes of a set, and whose word ends a request. It is as pure as the decision that heeds it.
 */
public final class RequestRights {

    private RequestRights() {}

    /** Returns the roles that signoffs of the set, or the gates that it meets, ask for. */
    public static SortedSet<Role> roles(Readiness standing) {
        SortedSet<Role> roles = new TreeSet<>(standing.required().perRole().keySet());
        roles.addAll(standing.inTurn().required().perRole().keySet());
        roles.addAll(standing.alone().required().perRole().keySet());
        standing.gates().forEach(finding -> roles.add(finding.gate().role()));
        return roles;
    }

    /**
     * Says why somebody cannot request changes of a set; empty if they can.
     *
     * @param counts whether a signoff of theirs would count, as far as the person goes
     */
    public static Optional<String> whyNot(ChangeSet set, Person person, boolean counts, Readiness standing) {
        if (!set.isOpen()) {
            return Optional.of("it has ended");
        }
        SortedSet<Role> roles = roles(standing);
        if (roles.isEmpty()) {
            return Optional.of("nobody has to sign or test this, so nobody can hold it up: comment on it");
        }
        if (person.automation()) {
            return Optional.of("system accounts request no changes: people sign and test");
        }
        if (roles.stream().noneMatch(person::holds)) {
            return Optional.of("it takes one of the roles that sign or test this: "
                    + roles.stream().map(Role::name).collect(Collectors.joining(", ")));
        }
        return counts
                ? Optional.empty()
                : Optional.of("whoever wrote some of this requests no changes of it: hold it, or edit it");
    }

    /** Says whether somebody's answer to a request for changes of a set ends it: that of whoever wrote any of the set. */
    public static boolean ends(ChangeSet set, Actor by) {
        return set.isOpen() && (set.author().equals(by) || set.contentBy().contains(by));
    }

    /** Says whether somebody can take a request for changes back: whoever made it, whatever they hold by now. */
    public static boolean takesBack(Comment request, Person person) {
        return request.kind() == Comment.Kind.REQUEST && request.isBy(new Actor(person.name()), person.id());
    }
}

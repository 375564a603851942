package dev.rehearsal.access;

import java.util.Collection;
import java.util.List;

/** A floor needs a number of people to hold a role; whoever takes a role away asks all of these. */
public interface RoleFloor {

    /** The largest number of holders that any requirement asks for, 0 if none does; as the caller's transaction sees it. */
    int requiredOf(Role role);

    /** Whether what holders of the role say decides what goes live, so that not anybody may give it. */
    default boolean names(Role role) {
        return requiredOf(role) > 0;
    }

    /** Returns what could not be met if these were all people, because one of them may be the author. */
    default List<Shortage> shortages(Collection<Person> people) {
        return List.of();
    }
}

package dev.rehearsal.access;

/** An object that is a person's, and not the next one's of that name. */
public interface OfPerson {

    String person();

    PersonId personId();

    /** Whether it is this one's. */
    default boolean isOf(Person one) {
        return one.name().equals(person()) && one.id().equals(personId());
    }
}

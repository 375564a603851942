package dev.rehearsal.access;

import org.jspecify.annotations.Nullable;

/**
 * Holds what is known when an account of an issuer comes for the first time and its name is that of somebody here. A
 * name is enough only where nothing could be inherited by it: nobody has ever come in as this person, nobody before had
 * the name, and the account was never anybody else.
 *
 * @param isAllowed whether a name may be enough at all
 * @param isSubjectKnown whether the account was ever bound here
 * @param isNameUsed whether somebody who is gone had the name
 * @param hasOtherWay whether the person has, or had, a password, a token or an account of an issuer
 */
record FirstBinding(boolean isAllowed, boolean isSubjectKnown, boolean isNameUsed, boolean hasOtherWay) {

    /** Says why the name is not enough, so that an administrator must bind them; null where it is. */
    @Nullable
    Why whyNot() {
        if (isSubjectKnown) {
            return Why.ACCOUNT_WAS_SOMEBODY;
        }
        if (!isAllowed) {
            return Why.NAMES_BIND_NOBODY;
        }
        if (isNameUsed) {
            return Why.NAME_WAS_SOMEBODYS;
        }
        return hasOtherWay ? Why.PERSON_HAS_ANOTHER_WAY : null;
    }

    /** Tells reasons apart, for the journal. */
    enum Why {
        NOBODY_OF_THAT_NAME("nobody of that name is here"),
        AUTOMATION("that name is automation's, which signs in to no screens"),
        NAMES_BIND_NOBODY("names alone bind nobody here"),
        ACCOUNT_WAS_SOMEBODY("the account was bound before"),
        NAME_WAS_SOMEBODYS("the name was somebody else's before"),
        PERSON_HAS_ANOTHER_WAY("that person has, or had, another way in");

        private final String words;

        Why(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}

package dev.rehearsal.notice;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Holds what a person wants to be told by e-mail.
 *
 * @param address empty for none: then nothing is sent
 */
public record Wishes(String address, Set<NoticeKind> kinds) {

    public Wishes {
        kinds = kinds.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(kinds));
    }

    /** Returns those of somebody who has not said: names that are addresses are taken for these. */
    static Wishes byDefault(String person) {
        return new Wishes(MailAddress.isOne(person) ? person : "", NoticeKind.byDefault());
    }

    boolean include(NoticeKind kind) {
        return !address.isEmpty() && kinds.contains(kind);
    }
}

package dev.rehearsal.enactment;

import dev.rehearsal.approval.Signoff;
import java.util.List;

/**
 * The signoffs of a set, told apart by whether they count.
 *
 * @param counted in the order in which they were given
 * @param lapsed those that do not count, each with the reason
 */
public record Ballot(List<Signoff> counted, List<Lapsed> lapsed) {

    public static final Ballot EMPTY = new Ballot(List.of(), List.of());

    /** @param reason for people, as the end of a sentence, such as {@code was given when rule 7 had another mapping} */
    public record Lapsed(Signoff signoff, String reason) {}

    public Ballot {
        counted = List.copyOf(counted);
        lapsed = List.copyOf(lapsed);
    }
}

package dev.rehearsal.monitor;

/**
 * Somebody, as opposed to whoever else has the name.
 *
 * @param incarnation counts how often a person of this name was made anew
 */
public record PersonId(String name, int incarnation) {

    @Override
    public String toString() {
        return incarnation == 1 ? name : name + " no. " + incarnation;
    }
}

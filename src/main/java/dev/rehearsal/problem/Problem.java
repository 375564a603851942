package dev.rehearsal.problem;

/**
 * One thing that is wrong.
 *
 * @param place where: a field name, or a path such as {@code rules[17].version}; empty for the whole
 * @param sentence what is wrong and what to do
 */
public record Problem(String place, String sentence) {

    @Override
    public String toString() {
        return place.isEmpty() ? sentence : place + ": " + sentence;
    }
}

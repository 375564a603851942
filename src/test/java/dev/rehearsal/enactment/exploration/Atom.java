package dev.rehearsal.enactment.exploration;

/**
 * One thing that clients of a channel can come to feel.
 *
 * @param row such as {@code rule 3}
 * @param fact such as {@code mapping=Main}
 */
record Atom(String row, String fact) {

    String field() {
        return row + ' ' + fact.substring(0, fact.indexOf('=') + 1);
    }
}

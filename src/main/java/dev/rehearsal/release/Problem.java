package dev.rehearsal.release;

/**
 * What is wrong in a document that somebody handed in.
 *
 * @param place the path to it, such as {@code platforms.WINNT_x86_64-msvc.locales.de.completes[0].filesize}; empty for
 *     the document as a whole
 * @param sentence what is wrong there, so that a person can put it right
 */
public record Problem(String place, String sentence) {

    @Override
    public String toString() {
        return place.isEmpty() ? sentence : place + ": " + sentence;
    }
}

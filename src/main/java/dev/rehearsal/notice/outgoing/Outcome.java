package dev.rehearsal.notice.outgoing;

/** Tells what came of one attempt to deliver. */
public sealed interface Outcome {

    /** Returns what people read of it. */
    String said();

    record Delivered(String said) implements Outcome {}

    /** The delivery failed, but may work later. */
    record Failed(String said) implements Outcome {}

    /** The delivery cannot work: there is nobody to deliver it to any more. */
    record Undeliverable(String said) implements Outcome {}

    /** The receiver wants nothing any more. */
    record Refused(String said) implements Outcome {}

    /** Returns what an HTTP status says. */
    static Outcome ofStatus(int status) {
        String said = "answered " + status;
        if (status >= 200 && status < 300) {
            return new Delivered(said);
        }
        if (status == 410) {
            return new Refused(said + ": it wants nothing any more");
        }
        return new Failed(status >= 300 && status < 400 ? said + ": redirects are not followed" : said);
    }
}

package dev.rehearsal.problem;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A fault that nobody who uses Rehearsal has made and that they cannot mend: what they are told is an id, and the log has
 * the stack trace under it.
 *
 * @param id 8 hex digits
 */
public record LoggedFault(String id) {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedFault.class);

    /** Logs what has failed, under a new id. */
    public static LoggedFault of(Throwable failure) {
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.error("Fault {}", id, failure);
        return new LoggedFault(id);
    }

    /** Says what whoever meets it can do. */
    public String sentence() {
        return "A fault of the server, not of the request. Tell whoever runs it this id, which is in its log: " + id
                + ".";
    }
}

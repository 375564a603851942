package dev.rehearsal.serve;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of each fault on the update path once: clients repeat their requests by the million. */
final class FaultLog {

    private static final Logger LOG = LoggerFactory.getLogger(FaultLog.class);
    private static final int MOST_CAUSES = 1000;

    private final Set<String> told = ConcurrentHashMap.newKeySet();

    void tell(Throwable fault, String whatWasAsked) {
        if (told.size() < MOST_CAUSES && told.add(cause(fault))) {
            LOG.warn("No update was served because of a fault that is ours. First seen for {}", whatWasAsked, fault);
        }
    }

    private static String cause(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        String type = fault.getClass().getName();
        return trace.length == 0 ? type : type + " at " + trace[0];
    }
}

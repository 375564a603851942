package dev.rehearsal.enactment;

import java.util.List;

/** Tells the notices that everybody shall see, whoever they are. */
@FunctionalInterface
public interface Notices {

    /** Reads the notices of the last seven days, newest first, with one small query. */
    List<Notice> latest();
}

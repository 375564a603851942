package dev.rehearsal.enactment;

import java.util.List;

/** What everybody shall see, whoever they are. */
@FunctionalInterface
public interface Notices {

    /** Of the last seven days, newest first. One small query. */
    List<Notice> latest();
}

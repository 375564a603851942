package dev.rehearsal.enactment.rail;

import java.util.Collection;
import java.util.List;

/** Asks whether URLs answer. There is none where an installation does not want it to be asked. */
public interface UrlCheck {

    /** Returns why URLs do not answer, each in a sentence that names it; empty where all of them do. */
    List<String> failing(Collection<String> urls);
}

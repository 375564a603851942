package dev.rehearsal.enactment;

import java.util.Collection;

/** Judges what guard rails have not judged yet and keeps what it finds. It takes its time, so nobody asks it under the write lock. */
public interface RailJudge {

    /**
     * Reads what will have to be looked at, quickly: a write that comes to nothing takes what it stored along, and nobody
     * could read it afterwards.
     */
    void read(Collection<RailQuestion> questions);

    /** Returns once all is judged and kept. */
    void judge(Collection<RailQuestion> questions);
}

package dev.rehearsal.enactment;

import java.util.Collection;

/** Judges what guard rails have not judged yet and keeps what it finds. It takes its time, so nobody asks it under the write lock. */
public interface RailJudge {

    /** Returns once all is judged and kept. */
    void judge(Collection<RailQuestion> questions);
}

package dev.rehearsal.probe;

import java.util.concurrent.CancellationException;

/** Hears how far something has come that may take a while. */
@FunctionalInterface
public interface Progress {

    Progress UNHEARD = (done, all) -> {};

    /** @throws CancellationException if nobody wants the rest */
    void made(int done, int all);
}

package dev.rehearsal.probe.adoption;

/** Hears how far work over many rules is, and may stop it. */
@FunctionalInterface
public interface Progress {

    Progress TO_THE_END = (done, all) -> true;

    /** @return whether to go on */
    boolean goesOn(int done, int all);
}

package dev.rehearsal.adoption;

/** Hears how far a comparison is, and may stop it. */
@FunctionalInterface
public interface Progress {

    Progress TO_THE_END = (asked, planned) -> true;

    /** @return whether to go on */
    boolean goesOn(int asked, int planned);
}

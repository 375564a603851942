package dev.rehearsal.access;

import java.util.Collection;
import java.util.Set;

/** A person may do this, but must first prove anew who they are; nothing was changed. */
public final class StepUpRequiredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient StepUpPolicy policy;
    private final transient Set<String> digests;

    StepUpRequiredException(StepUpPolicy policy, Collection<String> digests) {
        super(
                "To sign, or to break the glass, the issuer must have confirmed who you are%s%s: sign in through it again."
                        .formatted(
                                policy.acrValues().isEmpty() ? "" : " by " + String.join(" or ", policy.acrValues()),
                                policy.maxAge() == null
                                        ? ""
                                        : " within the last " + policy.maxAge().toSeconds() + " s"));
        this.policy = policy;
        this.digests = Set.copyOf(digests);
    }

    /** Returns what is asked for. */
    public StepUpPolicy policy() {
        return policy;
    }

    /** Returns the digests of what was to be signed. */
    public Set<String> digests() {
        return digests;
    }
}

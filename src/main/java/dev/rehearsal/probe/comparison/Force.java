package dev.rehearsal.probe.comparison;

/** Says how a request is made so that no dice are rolled: for the release of the rule, and for its fallback. */
public enum Force {
    MAPPING("1"),
    FALLBACK("-1");

    private final String value;

    Force(String value) {
        this.value = value;
    }

    /** The parameter that asks for it. */
    public String parameter() {
        return "force=" + value;
    }
}

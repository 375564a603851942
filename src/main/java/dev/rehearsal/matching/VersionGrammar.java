package dev.rehearsal.matching;

import java.util.Set;

/**
 * The grammar by which the versions of a product are read; which one applies depends on the product of the query, not
 * of the rule.
 */
public enum VersionGrammar {
    MOZILLA,
    LOOSE;

    /** The products whose versions are read loosely; those of all others are Mozilla's. */
    public static final Set<String> LOOSE_PRODUCTS = Set.of("FirefoxVPN", "Guardian");

    public static VersionGrammar of(String product) {
        return switch (product) {
            case "FirefoxVPN", "Guardian" -> LOOSE;
            default -> MOZILLA;
        };
    }
}

package dev.rehearsal.matching;

/** How the versions of a product are read; which one applies depends on the product of the query, not of the rule. */
enum VersionGrammar {
    MOZILLA,
    LOOSE;

    static VersionGrammar of(String product) {
        return switch (product) {
            case "FirefoxVPN", "Guardian" -> LOOSE;
            default -> MOZILLA;
        };
    }
}

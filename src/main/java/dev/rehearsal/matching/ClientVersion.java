package dev.rehearsal.matching;

/** The version of a query, read once, in the grammar of its product. */
sealed interface ClientVersion {

    record Mozilla(MozillaVersion version) implements ClientVersion {}

    record Loose(LooseVersion version) implements ClientVersion {}

    /** No version of a Mozilla product: comparing it with anything is a 400. */
    record Refused(String text) implements ClientVersion {}

    /** Empty: Balrog reads it and then cannot compare it. */
    record Empty(VersionGrammar grammar) implements ClientVersion {}

    static ClientVersion of(String product, String text) {
        return of(VersionGrammar.of(product), text);
    }

    static ClientVersion of(VersionGrammar grammar, String text) {
        if (text.isEmpty()) {
            return new Empty(grammar);
        }
        if (grammar == VersionGrammar.LOOSE) {
            return new Loose(LooseVersion.parse(text));
        }
        MozillaVersion version = MozillaVersion.tryParse(text);
        return version == null ? new Refused(text) : new Mozilla(version);
    }

    /** Whether only what a rule says, not what the client says, can make a comparison with it fail. */
    default boolean isSound() {
        return switch (this) {
            case Mozilla _ -> true;
            case Loose(LooseVersion version) -> version.isNumeric();
            case Refused _, Empty _ -> false;
        };
    }
}

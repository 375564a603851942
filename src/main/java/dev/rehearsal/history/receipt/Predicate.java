package dev.rehearsal.history.receipt;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The fields of what receipts say, with the names of SLSA's verification summary where they fit. */
final class Predicate {

    static final String PASSED = "PASSED";
    static final String FAILED = "FAILED";

    private static final Set<String> OF_ALL =
            Set.of("verifier", "timeVerified", "resourceUri", "verificationResult", "receipt");
    private static final Set<String> OF_ENACTMENTS = Set.of(
            "policy",
            "changeSet",
            "writers",
            "signoffs",
            "gates",
            "guardRails",
            "channels",
            "breakGlass",
            "freezesOverridden",
            "impactForeseen");
    private static final Set<String> OF_OBSERVATIONS =
            Set.of("of", "after", "asOf", "stillLive", "rows", "channels", "traffic");

    static final Set<String> FIELDS = all();

    private Predicate() {}

    private static Set<String> all() {
        Set<String> all = new TreeSet<>(OF_ALL);
        all.addAll(OF_ENACTMENTS);
        all.addAll(OF_OBSERVATIONS);
        return Set.copyOf(all);
    }

    /**
     * Puts what the chain adds before what was kept at the time.
     *
     * @param verifier where the installation is, or a name for one that does not say
     */
    static Map<String, @Nullable Object> chained(
            String verifier, long number, @Nullable String previous, Map<String, @Nullable Object> facts) {
        Map<String, @Nullable Object> predicate = new LinkedHashMap<>();
        predicate.put("verifier", Map.of("id", verifier));
        Map<String, @Nullable Object> receipt = new LinkedHashMap<>();
        receipt.put("number", number);
        receipt.put("previous", previous == null ? null : Map.of("sha256", previous));
        predicate.put("receipt", receipt);
        predicate.putAll(facts);
        return predicate;
    }
}

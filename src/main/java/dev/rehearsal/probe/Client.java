package dev.rehearsal.probe;

import dev.rehearsal.matching.RuleField;
import dev.rehearsal.problem.UrlSegment;
import java.util.EnumMap;
import java.util.Map;

/**
 * A client made up, and the URL that it would ask.
 *
 * @param says what it says of itself, by the field of rules that asks for it
 */
record Client(String product, Map<RuleField, String> says) {

    private static final Map<RuleField, String> USUAL = Map.of(
            RuleField.VERSION, "100.0",
            RuleField.BUILD_ID, "20200101000000",
            RuleField.BUILD_TARGET, "WINNT_x86_64-msvc-x64",
            RuleField.LOCALE, "en-US",
            RuleField.OS_VERSION, "Windows_NT 10.0",
            RuleField.INSTRUCTION_SET, "SSE4_2",
            RuleField.MEMORY, "8192",
            RuleField.DISTRIBUTION, "default",
            RuleField.DIST_VERSION, "default");

    Client {
        says = Map.copyOf(says);
    }

    /** @param channel live, or a partner's form of it */
    static Client usual(String product, String channel) {
        Map<RuleField, String> says = new EnumMap<>(USUAL);
        says.put(RuleField.CHANNEL, channel);
        return new Client(product, says);
    }

    Client saying(RuleField field, String value) {
        Map<RuleField, String> other = new EnumMap<>(says);
        other.put(field, value);
        return new Client(product, other);
    }

    String url() {
        String capabilities = "ISET:" + said(RuleField.INSTRUCTION_SET) + ",MEM:" + said(RuleField.MEMORY)
                + (says.containsKey(RuleField.JAWS) ? ",JAWS:" + flag(RuleField.JAWS) : "");
        return String.join(
                        "/",
                        "/update/6",
                        UrlSegment.of(product),
                        said(RuleField.VERSION),
                        said(RuleField.BUILD_ID),
                        said(RuleField.BUILD_TARGET),
                        said(RuleField.LOCALE),
                        said(RuleField.CHANNEL),
                        said(RuleField.OS_VERSION),
                        capabilities,
                        said(RuleField.DISTRIBUTION),
                        said(RuleField.DIST_VERSION),
                        "update.xml")
                + (says.containsKey(RuleField.MIG64) ? "?mig64=" + flag(RuleField.MIG64) : "");
    }

    private String flag(RuleField field) {
        return "true".equals(says.get(field)) ? "1" : "0";
    }

    private String said(RuleField field) {
        return UrlSegment.of(says.getOrDefault(field, ""));
    }
}

package dev.rehearsal.probe.comparison;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Holds what one server answered, as far as it is compared.
 *
 * @param status 0 where no answer came, and then the body says why
 * @param contentType as sent; empty where none was
 * @param rule {@code Rule-ID}; null where the answer does not say
 * @param ruleVersion {@code Rule-Data-Version}; null where the answer does not say
 * @param location of a redirect; null for everything else
 */
public record Reply(
        int status,
        String contentType,
        @Nullable String rule,
        @Nullable String ruleVersion,
        @Nullable String location,
        byte[] body) {

    /** @param why a sentence */
    public static Reply none(String why) {
        return new Reply(0, "", null, null, null, why.getBytes(StandardCharsets.UTF_8));
    }

    public boolean isThere() {
        return status != 0;
    }

    boolean isError() {
        return status >= 400;
    }

    boolean isFailure() {
        return status >= 500;
    }

    boolean isRedirect() {
        return status >= 300 && status < 400;
    }

    /** The type without its parameters. */
    String mediaType() {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    boolean hasBodyOf(Reply other) {
        return Arrays.equals(body, other.body);
    }

    boolean hasRuleOf(Reply other) {
        return Objects.equals(rule, other.rule);
    }

    boolean hasRuleVersionOf(Reply other) {
        return Objects.equals(ruleVersion, other.ruleVersion);
    }
}

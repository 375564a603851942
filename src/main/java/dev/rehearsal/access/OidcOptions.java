package dev.rehearsal.access;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Holds the options of an issuer of OpenID Connect, which says who somebody is beside Rehearsal's own passwords and
 * tokens.
 *
 * @param issuer its URL, exactly as its tokens say it; empty for none
 * @param clientId what Rehearsal is called there
 * @param clientSecret empty for a client without one
 * @param clientSecretFile the file whose first line is the secret instead; empty for none
 * @param nameClaim the claim that says what somebody new is called here
 * @param allowedDomains of verified e-mail addresses, in small letters; none for any
 * @param bindByName whether somebody who comes first may be bound to a person of that name who has no other way in
 * @param audience what tokens for the API must be made for; empty if none is taken
 * @param automation {@code subject=name} of each account that is no person
 * @param localPasswords whether people may sign in with passwords that are kept here
 * @param stepUp what is asked of whoever signs
 */
@ConfigurationProperties("rehearsal.oidc")
public record OidcOptions(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String clientSecretFile,
        @DefaultValue("email") String nameClaim,
        @DefaultValue List<String> allowedDomains,
        @DefaultValue("true") boolean bindByName,
        @DefaultValue("") String audience,
        @DefaultValue List<String> automation,
        @DefaultValue("true") boolean localPasswords,
        @DefaultValue StepUpOptions stepUp) {

    /** Says that there is no issuer. */
    public static final OidcOptions NONE = new OidcOptions(
            "", "", "", "", "email", List.of(), true, "", List.of(), true, new StepUpOptions(List.of(), null));

    public OidcOptions {
        if (!clientSecretFile.isEmpty()) {
            clientSecret = BootstrapToken.firstLine(Path.of(clientSecretFile));
        }
        allowedDomains = allowedDomains.stream()
                .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                .toList();
        automation = List.copyOf(automation);
    }

    /**
     * The demands on what the issuer says of whoever signs.
     *
     * @param acrValues classes of authentication of which one is enough
     * @param maxAge how long ago it may be
     */
    public record StepUpOptions(
            @DefaultValue List<String> acrValues, @Nullable Duration maxAge) {}

    /** Whether there is an issuer. */
    public boolean isOn() {
        return !issuer.isEmpty();
    }

    /** Whether the API takes tokens of the issuer. */
    public boolean isApiOpen() {
        return isOn() && !audience.isEmpty();
    }

    /** Whether people may sign in with passwords; the one way in where there is no issuer. */
    public boolean hasPasswords() {
        return localPasswords || !isOn();
    }

    public StepUpPolicy stepUpPolicy() {
        return isOn() ? new StepUpPolicy(stepUp.acrValues(), stepUp.maxAge()) : new StepUpPolicy(List.of(), null);
    }

    /** Returns the names of automation by subject. */
    public Map<String, String> automationBySubject() {
        return automationBySubject(automation);
    }

    static Map<String, String> automationBySubject(List<String> pairs) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String pair : pairs) {
            int equals = pair.lastIndexOf('=');
            if (equals > 0) {
                names.put(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
            }
        }
        return names;
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return isOn() ? "the issuer " + issuer : "no issuer";
    }
}

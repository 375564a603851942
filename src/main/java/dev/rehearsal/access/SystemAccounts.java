package dev.rehearsal.access;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The people who are automation.
 *
 * @param systemAccounts their names
 * @param oidc those that an issuer knows
 */
@ConfigurationProperties("rehearsal")
public record SystemAccounts(
        @DefaultValue Set<String> systemAccounts,
        @DefaultValue OfIssuer oidc) {

    /** @param automation {@code subject=name} of each */
    public record OfIssuer(@DefaultValue List<String> automation) {}

    @ConstructorBinding
    public SystemAccounts {
        Set<String> all = new HashSet<>(systemAccounts);
        all.addAll(OidcOptions.automationBySubject(oidc.automation()).values());
        systemAccounts = Set.copyOf(all);
    }

    /** Makes those that no issuer knows. */
    public SystemAccounts(Set<String> systemAccounts) {
        this(systemAccounts, new OfIssuer(List.of()));
    }

    Person marked(Person person) {
        return systemAccounts.contains(person.name()) ? person.asAutomation() : person;
    }
}

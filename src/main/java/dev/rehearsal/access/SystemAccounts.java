package dev.rehearsal.access;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The people who are automation.
 *
 * @param systemAccounts their names
 */
@ConfigurationProperties("rehearsal")
public record SystemAccounts(@DefaultValue Set<String> systemAccounts) {

    public SystemAccounts {
        systemAccounts = Set.copyOf(systemAccounts);
    }

    Person marked(Person person) {
        return systemAccounts.contains(person.name()) ? person.asAutomation() : person;
    }
}

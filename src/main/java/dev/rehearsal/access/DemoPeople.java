package dev.rehearsal.access;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * People whose passwords everybody may know, so that whoever tries the demo can be any of them. They are in no table: a
 * database that served a demo has no open doors when it serves in earnest.
 *
 * @param passwords by the name of the person, in the order of names; empty but in a demo
 */
@ConfigurationProperties("rehearsal.demo")
public record DemoPeople(@DefaultValue Map<String, String> passwords) {

    public DemoPeople {
        passwords = Collections.unmodifiableSortedMap(new TreeMap<>(passwords));
    }

    boolean isPasswordOf(String person, String password) {
        return password.equals(passwords.get(person));
    }
}

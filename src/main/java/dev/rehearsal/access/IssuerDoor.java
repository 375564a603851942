package dev.rehearsal.access;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/** Lets people in to the screens whom the issuer sends, and out of both. */
public interface IssuerDoor {

    /** Adds the way in to the screens. */
    void addTo(HttpSecurity screens) throws Exception;

    /** Returns what leads from a session that has ended here to the end of the one at the issuer. */
    LogoutSuccessHandler signOut();
}

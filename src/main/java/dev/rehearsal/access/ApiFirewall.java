package dev.rehearsal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Lets addresses of the API carry names as they are, escaped: releases that other tables brought hold slashes, percent
 * signs and worse, and must be read and removed all the same. What addresses a folder otherwise than it looks is refused
 * everywhere.
 */
final class ApiFirewall implements HttpFirewall {

    private static final String API = "/api/";

    private final HttpFirewall strict = new StrictHttpFirewall();
    private final HttpFirewall forNames = forNames();

    private static HttpFirewall forNames() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowUrlEncodedSlash(true);
        firewall.setAllowUrlEncodedDoubleSlash(true);
        firewall.setAllowBackSlash(true);
        firewall.setAllowUrlEncodedPercent(true);
        firewall.setAllowSemicolon(true);
        firewall.setAllowUrlEncodedCarriageReturn(true);
        firewall.setAllowUrlEncodedLineFeed(true);
        firewall.setAllowUrlEncodedLineSeparator(true);
        firewall.setAllowUrlEncodedParagraphSeparator(true);
        return firewall;
    }

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean namesOnly =
                path.startsWith(API) && path.indexOf(';') < 0 && path.indexOf('\\') < 0 && !path.contains("//");
        return (namesOnly ? forNames : strict).getFirewalledRequest(request);
    }

    @Override
    public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
        return strict.getFirewalledResponse(response);
    }
}

package dev.rehearsal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Lets addresses of the API carry names as they are, escaped: releases that other tables brought hold slashes, percent
 * signs and worse, and must be read and removed all the same. What addresses a folder otherwise than it looks is refused
 * everywhere; so is a host that this server is not, and to screens and sign-in a character that no database takes.
 */
final class ApiFirewall implements HttpFirewall {

    private static final String API = "/api/";

    /** Is asked by what knows the address of a node only. */
    private static final String HEALTH = "/actuator/health";

    /** A null character; Flow asks for a screen with its query in a parameter of another, so escaped twice. */
    private static final Pattern NULL_CHARACTER = Pattern.compile("\\x00|%(25)*00");

    private final HttpFirewall strict = new StrictHttpFirewall();
    private final HttpFirewall forNames = forNames();
    private final AllowedHosts hosts;

    ApiFirewall(AllowedHosts hosts) {
        this.hosts = hosts;
    }

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
        if (!path.startsWith(HEALTH) && !hosts.allow(request.getServerName())) {
            throw new RefusedRequestException(
                    "This server is not the host that was asked for: see its option rehearsal.hosts.");
        }
        boolean namesOnly =
                path.startsWith(API) && path.indexOf(';') < 0 && path.indexOf('\\') < 0 && !path.contains("//");
        if (namesOnly) {
            return forNames.getFirewalledRequest(request);
        }
        FirewalledRequest screen = strict.getFirewalledRequest(request);
        refuseNullCharacters(screen);
        return screen;
    }

    private static void refuseNullCharacters(HttpServletRequest request) {
        if (holdsNull(request.getQueryString()) || isSignIn(request) && anyHoldsNull(request.getParameterMap())) {
            throw new RefusedRequestException("A parameter holds a null character: leave it out.");
        }
    }

    /** The one form that is read: whoever signs in waits for it anyway. */
    private static boolean isSignIn(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && request.getRequestURI().equals(request.getContextPath() + SignIn.TARGET);
    }

    private static boolean anyHoldsNull(Map<String, String[]> form) {
        return form.entrySet().stream()
                .anyMatch(field -> field.getKey().indexOf('\0') >= 0
                        || Arrays.stream(field.getValue()).anyMatch(value -> value.indexOf('\0') >= 0));
    }

    private static boolean holdsNull(@Nullable String query) {
        return query != null && NULL_CHARACTER.matcher(query).find();
    }

    @Override
    public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
        return strict.getFirewalledResponse(response);
    }
}

package dev.rehearsal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/** Leads back to exactly the path that somebody asked for before they signed in, and never to another host. */
final class AskedScreens extends HttpSessionRequestCache {

    @SuppressWarnings("NullAway") // null is how it is told to add no parameter
    AskedScreens() {
        setMatchingRequestParameterName(null);
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        return super.getRequest(request, response) instanceof DefaultSavedRequest asked
                ? new SimpleSavedRequest(path(Objects.requireNonNull(asked.getRequestURI()), asked.getQueryString()))
                : null;
    }

    /** Forgets what was asked for once it is asked for again; being a GET, it has nothing to restore. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest asked = getRequest(request, response);
        if (asked != null && asked.getRedirectUrl().equals(path(request.getRequestURI(), request.getQueryString()))) {
            removeRequest(request, response);
        }
        return null;
    }

    /** Two slashes would begin the name of a host. */
    private static String path(String uri, @Nullable String query) {
        String path = uri.replaceFirst("^[/\\\\]+", "/");
        return query == null ? path : path + "?" + query;
    }
}

package dev.rehearsal.serve;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Ends every request that came past the update path, except for health: on a node that only serves there is no API, no
 * screen and no sign-in, whoever asks.
 */
final class ServingNodeFilter implements Filter {

    private static final String HEALTH = "/actuator/health";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = ((HttpServletRequest) request).getRequestURI();
        if (path.equals(HEALTH) || path.startsWith(HEALTH + "/")) {
            chain.doFilter(request, response);
        } else {
            UnknownUrl.answer((HttpServletResponse) response);
        }
    }
}

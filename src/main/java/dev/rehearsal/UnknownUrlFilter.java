package dev.rehearsal;

import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import dev.rehearsal.access.SignIn;
import dev.rehearsal.serve.UnknownUrl;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.ResourceLoader;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the admin to the URLs that are its own. Any other is answered as by Balrog, instead of with a sign-in or a session:
 * a proxy that asks for nonsense shall not be told otherwise here. A browser gets the same as a page.
 */
final class UnknownUrlFilter extends OncePerRequestFilter {

    private static final List<String> OWN = List.of("/api/", "/actuator/", "/VAADIN/", "/error");
    private static final List<String> STATIC_FOLDERS = List.of("classpath:/META-INF/resources", "classpath:/static");

    private static final List<String> OF_CLIENTS = List.of("/update", "/json", "/api");
    private static final String PAGE = "classpath:/dev/rehearsal/unknown-page.html";

    private static final Set<String> OF_ISSUER = Set.of(SignIn.ISSUER, SignIn.FROM_ISSUER);

    private final ResourceLoader resources;
    private final boolean hasIssuer;

    UnknownUrlFilter(ResourceLoader resources, boolean hasIssuer) {
        this.resources = resources;
        this.hasIssuer = hasIssuer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isOwn(request)) {
            chain.doFilter(request, response);
        } else if (isMistyped(request)) {
            answerPage(response);
        } else {
            UnknownUrl.answer(response);
        }
    }

    /** Whether a person may have typed it into a browser: clients and what stands before them ask for no page. */
    private static boolean isMistyped(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        String path = request.getRequestURI().toLowerCase(Locale.ROOT);
        return request.getMethod().equals("GET")
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && OF_CLIENTS.stream().noneMatch(path::startsWith);
    }

    private void answerPage(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        response.setContentType("text/html; charset=utf-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'");
        response.getOutputStream().write(resources.getResource(PAGE).getContentAsByteArray());
    }

    private boolean isOwn(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path.equals("/")) {
            // Whoever looks at a page says what they accept; a bare request is a client that lost its way.
            return request.getHeader(HttpHeaders.ACCEPT) != null || request.getQueryString() != null;
        }
        if (path.equals(SignIn.TARGET)) {
            return request.getMethod().equals("POST");
        }
        if (OF_ISSUER.contains(path)) {
            return hasIssuer && request.getMethod().equals("GET");
        }
        return OWN.stream().anyMatch(path.replaceFirst("^/+", "/")::startsWith)
                || isScreen(request, path)
                || isStatic(path);
    }

    private static boolean isScreen(HttpServletRequest request, String path) {
        return ApplicationRouteRegistry.getInstance(new VaadinServletContext(request.getServletContext()))
                .getNavigationRouteTarget(path.substring(1))
                .hasTarget();
    }

    private boolean isStatic(String path) {
        return STATIC_FOLDERS.stream()
                .anyMatch(folder -> resources.getResource(folder + path).isReadable());
    }

    @Configuration(proxyBeanMethods = false)
    static class Registration {

        /** After the update path, before anything that knows of sessions. */
        @Bean
        FilterRegistrationBean<UnknownUrlFilter> unknownUrlFilter(
                ResourceLoader resources, @Value("${rehearsal.oidc.issuer:}") String issuer) {
            FilterRegistrationBean<UnknownUrlFilter> registration =
                    new FilterRegistrationBean<>(new UnknownUrlFilter(resources, !issuer.isEmpty()));
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
            return registration;
        }
    }
}

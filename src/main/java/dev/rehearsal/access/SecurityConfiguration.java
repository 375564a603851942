package dev.rehearsal.access;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/**
 * Three doors: the API, without sessions and with a token; health, open; and the screens, last. Update URLs are answered
 * before any of these.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BootstrapToken.class)
class SecurityConfiguration {

    private static final String NOTHING_ACTIVE = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

    /** Flow starts with inline scripts and evaluates templates: it cannot do with less. */
    private static final String SCREENS = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:;"
            + " frame-ancestors 'none'; base-uri 'self'; object-src 'none'";

    /** What a page needs before anybody is known: it lies in the top folder of the served resources. */
    private static final String[] LOOK_OF_SCREENS = {"/*.css", "/*.js", "/*.svg"};

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, BootstrapToken bootstrap) throws Exception {
        return http.securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(new BearerTokenFilter(bootstrap), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(tokenMissing()))
                .headers(headers -> policy(headers, NOTHING_ACTIVE))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain health(HttpSecurity http) throws Exception {
        return http.securityMatcher("/actuator/health/**", "/actuator/health")
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> policy(headers, NOTHING_ACTIVE))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain screens(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(
                        requests -> requests.requestMatchers(LOOK_OF_SCREENS).permitAll())
                .with(vaadin(), Customizer.withDefaults())
                .headers(headers -> policy(headers, SCREENS))
                .build();
    }

    /** There are no accounts yet; without this, Spring would make one up and log its password. */
    @Bean
    UserDetailsService accounts() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }

    private static void policy(HeadersConfigurer<HttpSecurity> headers, String policy) {
        headers.contentSecurityPolicy(content -> content.policyDirectives(policy))
                .referrerPolicy(Customizer.withDefaults());
    }

    private static AuthenticationEntryPoint tokenMissing() {
        return (request, response, refused) -> {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream()
                    .write("{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"Send an"
                            .concat(" API token: Authorization: Bearer <token>\"}")
                            .getBytes(StandardCharsets.UTF_8));
        };
    }
}

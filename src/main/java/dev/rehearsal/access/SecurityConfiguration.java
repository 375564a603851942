package dev.rehearsal.access;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import com.vaadin.flow.spring.security.VaadinAwareSecurityContextHolderStrategyConfiguration;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * Three doors: the API, without sessions and with a token; health, open; and the screens, last, for whoever has signed
 * in. Update URLs are answered before any of these.
 */
@Configuration
@ConditionalOnWebApplication
@Import(VaadinAwareSecurityContextHolderStrategyConfiguration.class)
class SecurityConfiguration {

    private static final String NOTHING_ACTIVE = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

    /** Flow starts with inline scripts and evaluates templates: it cannot do with less. */
    private static final String SCREENS = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:;"
            + " form-action 'self'; frame-ancestors 'none'; base-uri 'self'; object-src 'none'";

    /** What a page needs before anybody is known: it lies in the top folder of the served resources. */
    private static final String[] LOOK_OF_SCREENS = {"/*.css", "/*.js", "/*.svg", "/fonts/*"};

    /** What is live, and what the API is like, anybody may read; nothing there tells what is pending. */
    private static final String[] OPEN = {"/api/v1/**", "/api/openapi.yaml"};

    /** What Balrog's admin API lets everybody read, and what feeds make of the same, if that is wanted. */
    private static final String[] OPEN_IN_BALROG = {
        "/api/rules/**",
        "/api/releases/**",
        "/api/v2/**",
        "/api/scheduled_changes/**",
        "/api/scheduled_change/**",
        "/api/required_signoffs/**",
        "/api/emergency_shutoff/**",
        "/api/feeds/**"
    };

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            BearerTokens tokens,
            ObjectProvider<IssuerTokens> issuer,
            ApiRate rate,
            FailureNotes notes,
            ApiOptions options)
            throws Exception {
        String[] open = options.anonymousReading()
                ? Stream.of(OPEN, OPEN_IN_BALROG).flatMap(Arrays::stream).toArray(String[]::new)
                : OPEN;
        return http.securityMatcher("/api/**")
                .cors(cors -> cors.configurationSource(origins(options)))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(
                        new BearerTokenFilter(tokens, issuer.getIfAvailable(), rate, notes), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, open)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, open)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(BearerTokenFilter.tokenMissing()))
                .headers(headers -> policy(headers, NOTHING_ACTIVE))
                .build();
    }

    /** For pages from other origins, which a browser keeps from calling what does not name them. */
    private static CorsConfigurationSource origins(ApiOptions options) {
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        if (!options.corsOrigins().isEmpty()) {
            CorsConfiguration cors = new CorsConfiguration();
            cors.setAllowedOrigins(options.corsOrigins());
            cors.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "DELETE"));
            cors.setAllowedHeaders(List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE));
            cors.setExposedHeaders(List.of("X-Data-Version", "Warning", HttpHeaders.RETRY_AFTER));
            cors.setMaxAge(Duration.ofHours(1));
            source.registerCorsConfiguration("/api/**", cors);
        }
        return source;
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

    /** Before all doors, behind what they need none of. */
    @Bean
    FilterRegistrationBean<DatabaseAwayFilter> databaseAwayFilter() {
        FilterRegistrationBean<DatabaseAwayFilter> registration =
                new FilterRegistrationBean<>(new DatabaseAwayFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 3);
        return registration;
    }

    @Bean
    HttpFirewall firewall(AllowedHosts hosts) {
        return new ApiFirewall(hosts);
    }

    /** The sign-in is sent to an address of its own, because Vaadin checks no token on that of the page. */
    @Bean
    @Order(3)
    SecurityFilterChain screens(
            HttpSecurity http, VaadinDefaultRequestCache askedBefore, ObjectProvider<IssuerDoor> issuer)
            throws Exception {
        askedBefore.setDelegateRequestCache(new AskedScreens());
        IssuerDoor door = issuer.getIfAvailable();
        if (door != null) {
            door.addTo(http);
        }
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(LOOK_OF_SCREENS)
                        .permitAll()
                        // Whoever is refused before any door shall hear why, not be sent to one.
                        .dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll())
                .csrf(csrf -> csrf.addObjectPostProcessor(new ObjectPostProcessor<CsrfFilter>() {
                    @Override
                    public <F extends CsrfFilter> F postProcess(F filter) {
                        filter.setAccessDeniedHandler(SignInRefusal.ofForms());
                        return filter;
                    }
                }))
                .formLogin(form -> form.loginPage("/" + SignIn.PAGE)
                        .permitAll()
                        .loginProcessingUrl(SignIn.TARGET)
                        .failureHandler(new SignInRefusal()))
                .with(vaadin(), screens -> {
                    screens.loginView("/" + SignIn.PAGE, "/" + SignIn.PAGE);
                    if (door != null) {
                        screens.logoutSuccessHandler(door.signOut());
                    }
                })
                .headers(headers -> policy(headers, SCREENS))
                .build();
    }

    private static void policy(HeadersConfigurer<HttpSecurity> headers, String policy) {
        headers.contentSecurityPolicy(content -> content.policyDirectives(policy))
                .referrerPolicy(Customizer.withDefaults())
                .addObjectPostProcessor(new ObjectPostProcessor<HeaderWriterFilter>() {
                    /** Pages of screens are forwarded, and Tomcat ends such answers before headers would be written. */
                    @Override
                    public <F extends HeaderWriterFilter> F postProcess(F filter) {
                        filter.setShouldWriteHeadersEagerly(true);
                        return filter;
                    }
                });
    }
}

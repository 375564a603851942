package dev.rehearsal.access;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** The options of who may do what. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    AllowedHosts.class,
    ApiOptions.class,
    OidcOptions.class,
    BootstrapToken.class,
    SystemAccounts.class,
    Limits.class,
    DemoPeople.class
})
class AccessConfiguration {}

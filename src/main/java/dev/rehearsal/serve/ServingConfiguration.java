package dev.rehearsal.serve;

import dev.rehearsal.blob.UrlPolicy;
import dev.rehearsal.serve.sample.SamplingOptions;
import dev.rehearsal.serve.signature.ContentSignatures;
import dev.rehearsal.serve.signature.SignatureProperties;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.info.GitProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the update path in front of everything else in the process. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ServingProperties.class, SignatureProperties.class, SamplingOptions.class})
class ServingConfiguration {

    private static final int KNOWN_AT_WORK = 64;
    private static final int STRANGERS_AT_WORK = 32;
    private static final Duration PATIENCE_FOR_A_THREAD = Duration.ofSeconds(5);

    @Bean
    SnapshotHolder snapshotHolder() {
        return new SnapshotHolder();
    }

    @Bean
    AllowListFile allowListFile(ServingProperties properties) {
        return AllowListFile.load(properties.allowList());
    }

    /** Also for those who check what is saved: what is forbidden here is refused there. */
    @Bean
    UrlPolicy urlPolicy(ServingProperties properties, AllowListFile allowListFile) {
        return new UrlPolicy(allowListFile.allowList(), properties.specialForceHosts());
    }

    @Bean
    NodeIdentity nodeIdentity(
            AllowListFile allowListFile, ObjectProvider<BuildProperties> build, ObjectProvider<GitProperties> git) {
        BuildProperties built = build.getIfAvailable();
        GitProperties source = git.getIfAvailable();
        return new NodeIdentity(
                "rehearsal",
                built == null ? null : built.getVersion(),
                source == null ? null : source.getCommitId(),
                allowListFile.hash());
    }

    @Bean
    UpdateAnswers updateAnswers(ServingProperties properties, UrlPolicy urls) {
        return new UpdateAnswers(
                urls,
                properties.testChannels(),
                () -> ThreadLocalRandom.current().nextInt(100));
    }

    @Bean
    UpdateMeter updateMeter() {
        return new UpdateMeter();
    }

    @Bean
    RequestSampler requestSampler(SamplingOptions options) {
        return new RequestSampler(options, new SecureRandom().nextLong());
    }

    @Bean
    ContentSignatures contentSignatures(SignatureProperties properties, Clock clock) {
        return new ContentSignatures(properties, clock);
    }

    @Bean
    Unavailable unavailable() {
        return new Unavailable();
    }

    /** First of all filters: nothing that belongs to the admin, such as sessions or its security, sees these URLs. */
    @Bean
    FilterRegistrationBean<UpdateFilter> updateFilter(
            SnapshotHolder snapshots,
            UpdateAnswers answers,
            NodeIdentity identity,
            Clock clock,
            @Value(NodeRole.OPTION) NodeRole role,
            UpdateMeter meter,
            RequestSampler sampler,
            Unavailable unavailable,
            ContentSignatures signatures) {
        FilterRegistrationBean<UpdateFilter> registration = new FilterRegistrationBean<>(new UpdateFilter(
                snapshots,
                answers,
                new OperationsPages(snapshots, identity, clock),
                role,
                meter,
                sampler,
                unavailable,
                signatures));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Right behind it. */
    @Bean
    FilterRegistrationBean<ServingNodeFilter> servingNodeFilter(@Value(NodeRole.OPTION) NodeRole role) {
        FilterRegistrationBean<ServingNodeFilter> registration = new FilterRegistrationBean<>(new ServingNodeFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        registration.setEnabled(!role.isForAdmins());
        return registration;
    }

    /** Behind what refuses without much ado, before anything that takes its time. */
    @Bean
    FilterRegistrationBean<AdminThreads> adminThreads(Unavailable unavailable) {
        FilterRegistrationBean<AdminThreads> registration = new FilterRegistrationBean<>(
                new AdminThreads(KNOWN_AT_WORK, STRANGERS_AT_WORK, PATIENCE_FOR_A_THREAD, unavailable));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        registration.setAsyncSupported(true);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> cheapThreads() {
        return new CheapThreads();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> rawUrls(
            FilterRegistrationBean<UpdateFilter> updateFilter) {
        return new RawUrlCustomizer(Objects.requireNonNull(updateFilter.getFilter()));
    }
}

package dev.rehearsal.serve;

import dev.rehearsal.release.UrlPolicy;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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
@EnableConfigurationProperties(ServingProperties.class)
class ServingConfiguration {

    @Bean
    SnapshotHolder snapshotHolder() {
        return new SnapshotHolder();
    }

    @Bean
    AllowListFile allowListFile(ServingProperties properties) {
        return AllowListFile.load(properties.allowList());
    }

    @Bean
    UpdateAnswers updateAnswers(ServingProperties properties, AllowListFile allowListFile) {
        UrlPolicy urls = new UrlPolicy(allowListFile.allowList(), properties.specialForceHosts());
        return new UpdateAnswers(
                urls,
                properties.testChannels(),
                () -> ThreadLocalRandom.current().nextInt(100));
    }

    /** First of all filters: nothing that belongs to the admin, such as sessions or its security, sees these URLs. */
    @Bean
    FilterRegistrationBean<UpdateFilter> updateFilter(
            SnapshotHolder snapshots,
            UpdateAnswers answers,
            AllowListFile allowListFile,
            ObjectProvider<BuildProperties> build,
            ObjectProvider<GitProperties> git) {
        NodeIdentity identity = identity(build.getIfAvailable(), git.getIfAvailable(), allowListFile);
        FilterRegistrationBean<UpdateFilter> registration = new FilterRegistrationBean<>(
                new UpdateFilter(snapshots, answers, new OperationsPages(snapshots, identity)));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> rawUrls(
            FilterRegistrationBean<UpdateFilter> updateFilter) {
        return new RawUrlCustomizer(Objects.requireNonNull(updateFilter.getFilter()));
    }

    private static NodeIdentity identity(
            @Nullable BuildProperties build, @Nullable GitProperties git, AllowListFile allowListFile) {
        return new NodeIdentity(
                "rehearsal",
                build == null ? null : build.getVersion(),
                git == null ? null : git.getCommitId(),
                allowListFile.hash());
    }
}

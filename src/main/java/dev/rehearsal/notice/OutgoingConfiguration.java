package dev.rehearsal.notice;

import dev.rehearsal.enactment.rail.UrlCheck;
import dev.rehearsal.notice.outgoing.OutgoingHosts;
import dev.rehearsal.notice.outgoing.RetrySchedule;
import dev.rehearsal.notice.outgoing.Sender;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up how requests go out. */
@Configuration(proxyBeanMethods = false)
class OutgoingConfiguration {

    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(15);

    private static final Duration LONGEST_CHECK = Duration.ofMinutes(2);

    @Bean
    OutgoingHosts outgoingHosts(NoticeOptions options) {
        return new OutgoingHosts(options.webhookHosts(), options.privateAddresses(), InetAddress::getAllByName);
    }

    @Bean
    Sender sender(OutgoingHosts hosts) {
        return new Sender(hosts, (SSLSocketFactory) SSLSocketFactory.getDefault(), LONGEST_REQUEST);
    }

    /** Nobody asks URLs of releases where no host may be asked. */
    @Bean
    @ConditionalOnProperty("rehearsal.rails.ask-hosts")
    UrlCheck releaseUrls(@Value("${rehearsal.rails.ask-hosts}") List<String> hosts, NoticeOptions options) {
        OutgoingHosts asked = new OutgoingHosts(
                hosts, "rehearsal.rails.ask-hosts", options.privateAddresses(), InetAddress::getAllByName);
        return new ReleaseUrls(
                new Sender(asked, (SSLSocketFactory) SSLSocketFactory.getDefault(), LONGEST_REQUEST), LONGEST_CHECK);
    }

    @Bean
    RetrySchedule retrySchedule() {
        return new RetrySchedule(() -> ThreadLocalRandom.current().nextDouble());
    }
}

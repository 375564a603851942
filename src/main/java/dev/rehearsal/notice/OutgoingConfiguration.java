package dev.rehearsal.notice;

import dev.rehearsal.notice.outgoing.OutgoingHosts;
import dev.rehearsal.notice.outgoing.RetrySchedule;
import dev.rehearsal.notice.outgoing.Sender;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up how requests go out. */
@Configuration(proxyBeanMethods = false)
class OutgoingConfiguration {

    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(15);

    @Bean
    OutgoingHosts outgoingHosts(NoticeOptions options) {
        return new OutgoingHosts(options.webhookHosts(), options.privateAddresses(), InetAddress::getAllByName);
    }

    @Bean
    Sender sender(OutgoingHosts hosts) {
        return new Sender(hosts, (SSLSocketFactory) SSLSocketFactory.getDefault(), LONGEST_REQUEST);
    }

    @Bean
    RetrySchedule retrySchedule() {
        return new RetrySchedule(() -> ThreadLocalRandom.current().nextDouble());
    }
}

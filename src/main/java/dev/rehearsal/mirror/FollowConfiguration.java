package dev.rehearsal.mirror;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FollowConfiguration {

    @Bean
    FollowOptions followOptions(
            @Value("${rehearsal.follow.url:}") String url,
            @Value("${rehearsal.follow.token:}") String token,
            @Value("${rehearsal.follow.interval:30s}") Duration interval,
            @Value("${rehearsal.follow.rate:20}") int rate) {
        return new FollowOptions(url, token, interval, rate);
    }
}

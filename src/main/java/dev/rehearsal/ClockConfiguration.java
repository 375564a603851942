package dev.rehearsal;

import dev.rehearsal.startup.PastClock;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The one clock that everything outside the pure core is given. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ClockConfiguration {

    @Bean
    @ConditionalOnBooleanProperty(name = "rehearsal.demo.past", havingValue = false, matchIfMissing = true)
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnBooleanProperty("rehearsal.demo.past")
    PastClock pastClock() {
        return new PastClock(Clock.systemUTC());
    }
}

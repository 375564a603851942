package dev.rehearsal.serve;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class TemporaryHolder {
    @Bean
    SnapshotHolder snapshotHolder() {
        return new SnapshotHolder();
    }
}

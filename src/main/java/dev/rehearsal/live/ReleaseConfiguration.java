package dev.rehearsal.live;

import dev.rehearsal.blob.BlobReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReleaseConfiguration {

    /** Holds every schema, parsed: one for all. */
    @Bean
    BlobReader blobReader() {
        return new BlobReader();
    }
}

package dev.rehearsal.api.json;

import dev.rehearsal.matching.ReleaseName;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads names of releases in addresses, also those that no address can carry as they are. */
@Component
class ReleaseAddresses implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, ReleaseName.class, (Converter<String, ReleaseName>) ReleaseName::ofSegment);
    }
}

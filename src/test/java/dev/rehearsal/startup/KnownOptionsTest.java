package dev.rehearsal.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

class KnownOptionsTest {

    @Test
    void everyOptionThatSomethingReadsIsKnown() throws ClassNotFoundException {
        List<String> read = optionsOfRecords();

        assertThat(read).contains("rehearsal.bootstrapToken");
        assertThat(read).allSatisfy(option -> assertThat(Option.named(option)).isNotNull());
    }

    private static List<String> optionsOfRecords() throws ClassNotFoundException {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        List<Class<?>> records = new java.util.ArrayList<>();
        for (BeanDefinition found : scanner.findCandidateComponents("dev.rehearsal")) {
            records.add(Class.forName(Objects.requireNonNull(found.getBeanClassName())));
        }
        return records.stream().flatMap(KnownOptionsTest::options).toList();
    }

    private static Stream<String> options(Class<?> record) {
        String prefix = Objects.requireNonNull(record.getAnnotation(ConfigurationProperties.class))
                .value();
        return options(prefix, record);
    }

    private static Stream<String> options(String prefix, Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).flatMap(component -> {
            String name = prefix + "." + component.getName();
            return component.getType().isRecord() ? options(name, component.getType()) : Stream.of(name);
        });
    }
}

package dev.rehearsal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.ConfigurableApplicationContext;

/** A clock that stands still until a test moves it. */
public final class TestClock extends Clock {

    public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private volatile Instant now = START;

    public void advance(Duration time) {
        now = now.plus(time);
    }

    /** Stands for the clock of an application that is about to start. */
    public void replaceThatOf(ConfigurableApplicationContext application) {
        ((BeanDefinitionRegistry) application.getBeanFactory())
                .registerBeanDefinition(
                        "clockOfTests",
                        BeanDefinitionBuilder.genericBeanDefinition(Clock.class, () -> this)
                                .setPrimary(true)
                                .getBeanDefinition());
    }

    public void reset() {
        now = START;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("times have no zone here");
    }
}

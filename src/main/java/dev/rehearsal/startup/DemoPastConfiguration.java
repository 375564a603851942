package dev.rehearsal.startup;

import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.dataset.DatasetImport;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.enactment.SignoffService;
import dev.rehearsal.insight.preview.TestChannelPreviews;
import dev.rehearsal.insight.review.TestVerdicts;
import dev.rehearsal.traffic.InventedTraffic;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the demo a past; no other installation has the clock for it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(DemoPastConfiguration.OPTION)
class DemoPastConfiguration {

    static final String OPTION = "rehearsal.demo.past";

    @Bean
    DemoPast demoPast(
            PastClock clock,
            DatasetImport imports,
            ChangeSets changeSets,
            SignoffService signoffs,
            TestChannelPreviews previews,
            TestVerdicts verdicts,
            EnactmentService enactment,
            InventedTraffic traffic) {
        return new DemoPast(
                clock, imports, changeSets, signoffs, previews, verdicts, enactment, new DemoTraffic(traffic));
    }
}

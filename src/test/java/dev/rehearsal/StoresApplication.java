package dev.rehearsal;

import dev.rehearsal.blob.UrlPolicy;
import dev.rehearsal.insight.preview.ChangePreviews;
import dev.rehearsal.insight.preview.ChannelOverview;
import dev.rehearsal.insight.preview.RuleTables;
import dev.rehearsal.insight.preview.TestChannelPreviews;
import dev.rehearsal.serve.RequestSampler;
import dev.rehearsal.serve.SnapshotHolder;
import dev.rehearsal.serve.UpdateAnswers;
import dev.rehearsal.serve.sample.SamplingOptions;
import dev.rehearsal.ui.frame.AboutNode;
import dev.rehearsal.ui.frame.BackgroundWork;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.frame.Viewer;
import dev.rehearsal.ui.frame.ViewsByHand;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * All stores and the services on them, without web server, screens, timers or work in the background. Not marked as a
 * configuration: the whole application, which scans this package too, must not find it.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    FlywayAutoConfiguration.class
})
@Import({
    StoreConfiguration.class,
    TestChannelPreviews.class,
    ChangePreviews.class,
    RuleTables.class,
    ChannelOverview.class
})
@ComponentScan(
        basePackages = {
            "dev.rehearsal.access",
            "dev.rehearsal.probe.adoption",
            "dev.rehearsal.approval",
            "dev.rehearsal.change",
            "dev.rehearsal.dataset",
            "dev.rehearsal.enactment",
            "dev.rehearsal.history",
            "dev.rehearsal.insight",
            "dev.rehearsal.ledger",
            "dev.rehearsal.live",
            "dev.rehearsal.mirror",
            "dev.rehearsal.notice",
            "dev.rehearsal.probe",
            "dev.rehearsal.snapshot",
            "dev.rehearsal.traffic",
            "dev.rehearsal.ui"
        },
        excludeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern =
                                "dev\\.rehearsal\\.(snapshot\\.(ReleasesAtHand|NodeHealth)|notice\\.NoticeThreads|traffic\\.TrafficThreads|ui\\.frame\\..*)"))
class StoresApplication {

    @Bean
    static BeanPostProcessor countedStatements() {
        return CountedStatements.counting();
    }

    @Bean
    TestClock clock() {
        return new TestClock();
    }

    @Bean
    UrlPolicy urlPolicy() {
        return UrlPolicy.OPEN;
    }

    @Bean
    SamplingOptions samplingOptions() {
        return SamplingOptions.USUAL;
    }

    @Bean
    RequestSampler requestSampler() {
        return new RequestSampler(SamplingOptions.USUAL, 1);
    }

    @Bean
    SnapshotHolder snapshotHolder() {
        return new SnapshotHolder();
    }

    @Bean
    AboutNode aboutNode() {
        return ViewsByHand.NODE;
    }

    @Bean
    Viewer viewer() {
        return new Viewer() {
            @Override
            public String name() {
                return "whoever looks";
            }

            @Override
            public void signOut() {}
        };
    }

    /** Refreshes in the thread that writes: a test sees what it has done. */
    @Bean
    OpenScreens openScreens() {
        return new OpenScreens(Runnable::run);
    }

    /** Done before anybody looks. */
    @Bean
    BackgroundWork backgroundWork() {
        return new BackgroundWork(Runnable::run);
    }

    @Bean
    UpdateAnswers updateAnswers() {
        return new UpdateAnswers(UrlPolicy.OPEN, true, () -> 0);
    }
}

package dev.rehearsal;

import dev.rehearsal.preview.ChannelOverview;
import dev.rehearsal.preview.Prospects;
import dev.rehearsal.preview.RuleTables;
import dev.rehearsal.preview.StagedTables;
import dev.rehearsal.release.UrlPolicy;
import dev.rehearsal.serve.SnapshotHolder;
import dev.rehearsal.serve.UpdateAnswers;
import dev.rehearsal.shell.AboutNode;
import dev.rehearsal.shell.BackgroundWork;
import dev.rehearsal.shell.OpenScreens;
import dev.rehearsal.shell.Viewer;
import dev.rehearsal.shell.ViewsByHand;
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
@Import({StoreConfiguration.class, StagedTables.class, Prospects.class, RuleTables.class, ChannelOverview.class})
@ComponentScan(
        basePackages = {
            "dev.rehearsal.access",
            "dev.rehearsal.adoption",
            "dev.rehearsal.agenda",
            "dev.rehearsal.change",
            "dev.rehearsal.channel",
            "dev.rehearsal.explain",
            "dev.rehearsal.finding",
            "dev.rehearsal.history",
            "dev.rehearsal.imports",
            "dev.rehearsal.journal",
            "dev.rehearsal.live",
            "dev.rehearsal.pin",
            "dev.rehearsal.preview",
            "dev.rehearsal.probe",
            "dev.rehearsal.release",
            "dev.rehearsal.review",
            "dev.rehearsal.rule",
            "dev.rehearsal.search",
            "dev.rehearsal.shutoff",
            "dev.rehearsal.signoff",
            "dev.rehearsal.snapshot",
            "dev.rehearsal.timemachine",
            "dev.rehearsal.verdict"
        },
        excludeFilters =
                @Filter(type = FilterType.REGEX, pattern = "dev\\.rehearsal\\.snapshot\\.(ReleasesAtHand|NodeHealth)"))
class StoresApplication {

    @Bean
    TestClock clock() {
        return new TestClock();
    }

    @Bean
    UrlPolicy urlPolicy() {
        return UrlPolicy.OPEN;
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

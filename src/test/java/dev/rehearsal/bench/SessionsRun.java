package dev.rehearsal.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.rehearsal.RehearsalApplication;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.Rules;
import dev.rehearsal.matching.RuleId;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How soon 50 open windows are told that a set went live, over 10,000 rules and 500 pending sets: from the moment at which
 * somebody enacts it to the last message. The windows draw nothing, see {@link LightWindow}; what Chromium makes of it on
 * the same cores is measured with the screens.
 */
public final class SessionsRun {

    private static final int RULES = 10_000;
    private static final int RELEASES = 1_000;
    private static final int SETS = 500;
    private static final int WINDOWS = 50;
    private static final int ROUNDS = 7;
    private static final Actor ACTOR = new Actor("bootstrap");

    private final ConfigurableApplicationContext application;

    private SessionsRun(ConfigurableApplicationContext application) {
        this.application = application;
    }

    public static void main(String[] arguments) throws Exception {
        try (ConfigurableApplicationContext application = SpringApplication.run(
                RehearsalApplication.class,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=jdbc:h2:mem:sessions",
                LoadedTables.TOKEN,
                "--rehearsal.enactor.interval=1h",
                "--logging.level.root=warn")) {
            new LoadedTables(application).fill(RULES, RELEASES);
            new SessionsRun(application).run();
        }
    }

    private void run() throws Exception {
        LoadedQueue queue = new LoadedQueue(application);
        queue.invite();
        queue.fill(SETS);
        URI base =
                URI.create("http://127.0.0.1:" + application.getEnvironment().getRequiredProperty("local.server.port"));
        List<LightWindow> windows = new ArrayList<>();
        for (int window = 0; window < WINDOWS; window++) {
            String person = LoadedQueue.PEOPLE.get(window % LoadedQueue.PEOPLE.size());
            windows.add(LightWindow.open(base, person, LoadedQueue.PASSWORD, "/changes"));
        }
        Durations first = new Durations("an enactment has reached the first of %d windows".formatted(WINDOWS));
        Durations last = new Durations("an enactment has reached all %d windows".formatted(WINDOWS));
        Durations itself = new Durations("to enact it takes");
        Durations processor = new Durations("of processor time, with the windows' own");
        RuleId rule = application.getBean(Rules.class).all().getFirst().id();
        for (int round = 0; round < ROUNDS; round++) {
            ChangeSet set = schedule(windows, rule, "Goes live in round " + round);
            windows.forEach(window -> window.await("Set "));
            long start = System.nanoTime();
            long used = processorNanos();
            application.getBean(EnactmentService.class).enact(ACTOR, set.id());
            itself.add(System.nanoTime() - start);
            List<Long> arrivals = new ArrayList<>();
            for (LightWindow window : windows) {
                arrivals.add(window.arrival() - start);
            }
            processor.add(processorNanos() - used);
            first.add(arrivals.stream().min(Long::compare).orElseThrow());
            last.add(arrivals.stream().max(Long::compare).orElseThrow());
        }
        windows.forEach(LightWindow::close);
        System.out.printf(Locale.ROOT, "%d rounds:%n", ROUNDS);
        itself.print();
        first.print();
        last.print();
        processor.print();
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** Makes a set that all windows show before it is enacted. */
    private ChangeSet schedule(List<LightWindow> windows, RuleId rule, String title) throws Exception {
        windows.forEach(window -> window.await(title));
        ChangeSet set = application
                .getBean(ChangeSets.class)
                .schedule(
                        ACTOR,
                        title,
                        Instant.now().plusSeconds(60),
                        List.of(new Proposal.EditRule(rule, null, Map.of("comment", title))));
        for (LightWindow window : windows) {
            window.arrival();
        }
        return set;
    }
}

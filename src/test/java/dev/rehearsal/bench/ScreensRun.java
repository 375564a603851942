package dev.rehearsal.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.rehearsal.RehearsalApplication;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.Rules;
import dev.rehearsal.sample.Chromium;
import dev.rehearsal.snapshot.SnapshotKeeper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What screens cost over 10,000 rules, 1,000 releases and 500 pending sets, seen by Chromium on loopback: the time that
 * the server takes until there is something to see, and how much it sends beyond files that browsers keep; then what a
 * filter takes; then the memory of 50 sessions with push, and how soon all of them see that a set went live.
 */
public final class ScreensRun {

    private static final int RULES = 10_000;
    private static final int RELEASES = 1_000;
    private static final int SETS = 500;
    private static final int ROUNDS = 5;
    private static final int SESSIONS = 50;
    private static final Actor ACTOR = new Actor("bootstrap");

    private final ConfigurableApplicationContext application;
    private final Chromium chromium;

    private ScreensRun(ConfigurableApplicationContext application, Chromium chromium) {
        this.application = application;
        this.chromium = chromium;
    }

    public static void main(String[] arguments) {
        try (ConfigurableApplicationContext application = SpringApplication.run(
                        RehearsalApplication.class,
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--spring.datasource.url=jdbc:h2:mem:screens",
                        LoadedTables.TOKEN,
                        "--rehearsal.enactor.interval=1h",
                        "--logging.level.root=warn");
                Chromium chromium = Chromium.startOrSkip()) {
            new LoadedTables(application).fill(RULES, RELEASES);
            new ScreensRun(application, chromium).run();
        }
    }

    private void run() {
        LoadedQueue queue = new LoadedQueue(application);
        queue.invite();
        queue.fill(SETS);
        manySessions();
        queue.guard();
        Page page = signedIn("ada");
        screens().forEach((name, path) -> cost(page, name, path));
        filter(page, "rules", "/rules", "release-cdntest");
        filter(page, "releases", "/releases", "Release-99");
        filter(page, "changes", "/changes", "Set 99");
    }

    private Map<String, String> screens() {
        long set = application
                .getBean(SnapshotKeeper.class)
                .refresh()
                .queue()
                .get(SETS / 2)
                .id()
                .value();
        Map<String, String> screens = new LinkedHashMap<>();
        screens.put("channels", "/");
        screens.put("preview", "/channels/release-cdntest?product=Firefox");
        screens.put("rules", "/rules");
        screens.put("rule form", "/rules/1500/edit");
        screens.put("changes", "/changes");
        screens.put("change set", "/changes/" + set);
        screens.put("waiting for me", "/waiting");
        screens.put("mappings", "/mappings");
        screens.put("releases", "/releases");
        screens.put("release", "/releases/Release-1");
        screens.put("probes", "/probes");
        screens.put("time machine", "/time-machine?channel=release-cdntest&product=Firefox");
        screens.put("history", "/history");
        screens.put("history of a rule", "/rules/1500/history");
        screens.put("signoffs and gates", "/signoffs");
        screens.put("people", "/people");
        screens.put("emergency", "/emergency");
        return screens;
    }

    private void cost(Page page, String name, String path) {
        List<Double> times = new ArrayList<>();
        long bytes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            try (Traffic traffic = new Traffic(page)) {
                page.navigate(url(path));
                page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                        .first()
                        .waitFor();
                page.waitForFunction("() => !document.querySelector('[aria-busy=true], vaadin-grid[loading]')");
                times.add(traffic.serverMillis());
                bytes = traffic.bytes();
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-20s %7.0f ms of server time (median of %d), at worst %.0f ms, %5d KB%n",
                name,
                times.stream().sorted().toList().get(ROUNDS / 2),
                ROUNDS,
                times.stream().max(Double::compare).orElseThrow(),
                bytes / 1_000);
    }

    private void filter(Page page, String name, String path, String text) {
        page.navigate(url(path));
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                .first()
                .waitFor();
        Durations taken = new Durations("filtering " + name);
        for (int round = 0; round < ROUNDS; round++) {
            page.locator("main input[slot=input]").first().fill("");
            page.waitForTimeout(600);
            try (Traffic traffic = new Traffic(page)) {
                page.locator("main input[slot=input]").first().fill(text);
                page.waitForTimeout(1_000);
                taken.add((long) (traffic.longestMillis() * 1e6));
            }
        }
        taken.print();
    }

    private void manySessions() {
        long before = usedHeap();
        List<Page> pages = new ArrayList<>();
        Arrivals arrivals = new Arrivals("Set ");
        for (int session = 0; session < SESSIONS; session++) {
            Page page = signedIn(LoadedQueue.PEOPLE.get(session % LoadedQueue.PEOPLE.size()));
            page.navigate(url("/changes"));
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                    .first()
                    .waitFor();
            arrivals.watch(page);
            pages.add(page);
        }
        long perSession = (usedHeap() - before) / SESSIONS;
        ChangeSet first = application
                .getBean(ChangeSets.class)
                .schedule(
                        ACTOR,
                        "Goes live at once",
                        Instant.now().plusSeconds(60),
                        List.of(new Proposal.EditRule(
                                application
                                        .getBean(Rules.class)
                                        .all()
                                        .getFirst()
                                        .id(),
                                null,
                                Map.of("comment", "seen by all"))));
        for (Page page : pages) {
            page.getByText(first.title()).first().waitFor();
            page.evaluate(
                    "title => { const look = setInterval(() => {"
                            + " if (!document.querySelector('main').textContent.includes(title)) {"
                            + " window.gone = Date.now(); clearInterval(look); } }, 10); }",
                    first.title());
        }
        long start = System.currentTimeMillis();
        arrivals.start();
        application.getBean(EnactmentService.class).enact(ACTOR, first.id());
        long last = start;
        for (Page page : pages) {
            page.waitForFunction("() => window.gone");
            last = Math.max(last, ((Number) page.evaluate("window.gone")).longValue());
        }
        pages.forEach(page -> page.context().close());
        System.out.printf(
                Locale.ROOT,
                "%d sessions with push: %.2f MB of heap for each; an enactment has reached %d windows after %.0f ms,"
                        + " and these have drawn it, on the same cores, after %d ms%n",
                SESSIONS,
                perSession / 1e6,
                arrivals.count(),
                arrivals.lastMillis(),
                last - start);
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private Page signedIn(String person) {
        Page page = chromium.page(1400, ColorScheme.LIGHT);
        page.navigate(url("/sign-in"));
        page.getByLabel("Name").fill(person);
        page.getByLabel("Password").fill(LoadedQueue.PASSWORD);
        page.getByLabel("Password").press("Enter");
        page.waitForURL(address -> !address.contains("sign-in"));
        return page;
    }

    private String url(String path) {
        return "http://127.0.0.1:" + application.getEnvironment().getRequiredProperty("local.server.port") + path;
    }
}

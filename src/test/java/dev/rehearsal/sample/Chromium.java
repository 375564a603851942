package dev.rehearsal.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import dev.rehearsal.access.DemoPeople;
import dev.rehearsal.access.SignIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** The browser that is installed on this machine; it fetches nothing by itself. */
public final class Chromium implements AutoCloseable {

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"),
            Path.of("/usr/bin/chromium-browser"),
            Path.of("/usr/bin/google-chrome"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));

    /** Enough for a slow machine; what is there in time is not waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

    private final Playwright playwright;
    private final Browser browser;
    private final List<BrowserContext> visits = new ArrayList<>();

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Skips the test where there is no Chromium, and says so; in CI it fails instead. */
    public static Chromium startOrSkip() {
        Path executable =
                PLACES.stream().filter(Files::isExecutable).findFirst().orElse(null);
        if (executable == null) {
            missing("Chromium is not installed, so the screens are not looked at in a browser: looked for " + PLACES);
        }
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(executable)
                                .setArgs(List.of(
                                        "--no-sandbox",
                                        "--disable-gpu",
                                        "--disable-quic",
                                        "--no-first-run",
                                        "--disable-background-networking",
                                        "--disable-component-update",
                                        "--disable-sync"))));
    }

    /** Skips the test where the build left out the front end, as {@code -Dvaadin.skip} does. */
    public static void requireFrontEnd() {
        if (Chromium.class.getResource("/META-INF/VAADIN/webapp/index.html") == null) {
            missing("The front end was not built, so there are no screens to look at in a browser");
        }
    }

    private static void missing(String what) {
        if (System.getenv("CI") != null) {
            fail(what);
        }
        Assumptions.abort(what);
    }

    /** A page of its own, of somebody in Berlin. */
    public Page page(int width, ColorScheme scheme) {
        BrowserContext visit = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setTimezoneId("Europe/Berlin")
                .setLocale("en-GB")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(scheme));
        visits.add(visit);
        return visit.newPage();
    }

    /** Opens a page of Ada after she has signed in. */
    public Page page(RunningDemo demo, int width, ColorScheme scheme) {
        return pageOf("ada@rehearsal.example", demo, width, scheme);
    }

    /** A page of somebody of the demo, whose sign-in is sent as the form of that screen sends it. */
    public Page pageOf(String person, RunningDemo demo, int width, ColorScheme scheme) {
        Page page = page(width, scheme);
        String password = demo.bean(DemoPeople.class).passwords().get(person);
        Matcher token = CSRF.matcher(page.request().get(demo.url("/sign-in")).text());
        assertThat(token.find()).as("a token for the form").isTrue();
        APIResponse answer = page.request()
                .post(
                        demo.url(SignIn.TARGET),
                        RequestOptions.create()
                                .setMaxRedirects(0)
                                .setForm(FormData.create()
                                        .set("username", person)
                                        .set("password", Objects.requireNonNull(password))
                                        .set("_csrf", token.group(1))));
        assertThat(answer.headers().get("location"))
                .as("where " + person + " is led")
                .doesNotContain("sign-in");
        return page;
    }

    /** How many pages are open. */
    int pages() {
        return visits.size();
    }

    /** Closes all but the first so many. */
    void keepOnly(int first) {
        List<BrowserContext> over = visits.subList(first, visits.size());
        over.forEach(BrowserContext::close);
        over.clear();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}

package dev.rehearsal.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import dev.rehearsal.sample.Chromium;
import dev.rehearsal.sample.RunningDemo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every screen of the demo in light and in dark. With {@code -Dpictures} a picture of each is written to that folder:
 * {@code ./dev pictures} renews those of the documentation.
 */
class EveryScreenTest {

    /** The rules of WCAG 2.2, levels A and AA. */
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final @Nullable String PICTURES = System.getProperty("pictures");

    private static Chromium chromium;
    private static RunningDemo demo;
    private static Page light;
    private static Page dark;

    @BeforeAll
    static void start() {
        Chromium.requireFrontEnd();
        chromium = Chromium.startOrSkip();
        demo = RunningDemo.start();
        BusyDay.at(demo);
        light = chromium.pageOf("greta@rehearsal.example", demo, 1400, ColorScheme.LIGHT);
        dark = chromium.pageOf("greta@rehearsal.example", demo, 1400, ColorScheme.DARK);
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (demo != null) {
            demo.close();
        }
    }

    static Stream<Arguments> screensAndSchemes() {
        return Stream.of(Screen.values())
                .flatMap(screen ->
                        Stream.of(Arguments.of(screen, ColorScheme.LIGHT), Arguments.of(screen, ColorScheme.DARK)));
    }

    @ParameterizedTest
    @MethodSource("screensAndSchemes")
    void everybodyCanUseIt(Screen screen, ColorScheme scheme) throws IOException {
        Page page = open(screen, scheme);
        if (PICTURES != null) {
            picture(
                    page,
                    Path.of(PICTURES),
                    screen.pictureName() + "-" + scheme.name().toLowerCase(Locale.ROOT));
        }

        List<String> faults = new AxeBuilder(page)
                .withTags(WCAG).analyze().getViolations().stream()
                        .map(EveryScreenTest::told)
                        .toList();

        Assertions.assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aNarrowWindowDoesNotScrollSideways(Screen screen) {
        Page page = open(screen, ColorScheme.LIGHT);
        page.setViewportSize(700, 900);

        try {
            Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
        } finally {
            page.setViewportSize(1400, 900);
        }
    }

    /** At rest: with its heading and without anything that is still being loaded. */
    private static Page open(Screen screen, ColorScheme scheme) {
        Page page = screen == Screen.SIGN_IN ? chromium.page(1400, scheme) : scheme == ColorScheme.DARK ? dark : light;
        page.navigate(demo.url(screen.path()));
        Locator heading = page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
        assertThat(heading.first()).isVisible();
        page.waitForFunction("() => !document.querySelector('[aria-busy=true], vaadin-grid[loading]')");
        if (screen == Screen.SEARCH) {
            page.keyboard().press("Control+k");
            page.keyboard().type("release");
            assertThat(page.getByRole(AriaRole.OPTION).first()).isVisible();
        }
        return page;
    }

    private static void picture(Page page, Path folder, String name) throws IOException {
        byte[] png = page.screenshot(new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED));
        SmallPicture.write(png, folder.resolve(name + ".png"));
    }

    private static String told(Rule fault) {
        return fault.getId() + ": " + fault.getHelp() + " "
                + fault.getNodes().stream().map(node -> node.getHtml()).toList();
    }
}

package dev.rehearsal.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rehearsal.sample.Journey.heading;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import dev.rehearsal.sample.Journey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every screen of the demo in light and in dark. With {@code -Dpictures} a picture of each is written to that folder:
 * {@code ./dev pictures} renews those of the documentation.
 */
class EveryScreenTest {

    /** The rules of WCAG 2.2, levels A and AA. */
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    private static final @Nullable String PICTURES = System.getProperty("pictures");

    @RegisterExtension
    static final Journey JOURNEY = Journey.with();

    private static final Map<Screen, Look> LOOKS = new EnumMap<>(Screen.class);

    private static Page page;

    /**
     * What there is to see of a screen, which is opened once for all tests: to open it is most of the work.
     *
     * @param notUnderstood what of its address it says that it does not understand
     * @param headingAt how many pixels below the upper edge it begins
     * @param narrowScrolls whether a window of 700 pixels scrolls sideways
     */
    private record Look(
            List<String> faultsInLight,
            List<String> faultsInDark,
            String notUnderstood,
            int headingAt,
            boolean narrowScrolls) {}

    @BeforeAll
    static void start() {
        BusyDay.at(JOURNEY.demo());
        page = JOURNEY.signedIn("greta");
    }

    @ParameterizedTest
    @EnumSource
    void everybodyCanUseItInLight(Screen screen) {
        Assertions.assertThat(lookAt(screen).faultsInLight()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everybodyCanUseItInDark(Screen screen) {
        Assertions.assertThat(lookAt(screen).faultsInDark()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aNarrowWindowDoesNotScrollSideways(Screen screen) {
        Assertions.assertThat(lookAt(screen).narrowScrolls()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void itBeginsAtTheTop(Screen screen) {
        Assertions.assertThat(lookAt(screen).headingAt()).isLessThan(130);
    }

    @ParameterizedTest
    @EnumSource
    void itsAddressIsUnderstoodWhole(Screen screen) {
        Assertions.assertThat(lookAt(screen).notUnderstood()).isEmpty();
    }

    @Test
    void theWholeMenuFitsIntoAWindowOf900Pixels() {
        open(Screen.TRAFFIC).setViewportSize(1400, 900);

        Assertions.assertThat(
                        (int) page.evaluate("document.querySelector('.viewer').getBoundingClientRect().bottom | 0"))
                .isLessThanOrEqualTo(900);
    }

    private static Look lookAt(Screen screen) {
        return LOOKS.computeIfAbsent(screen, EveryScreenTest::looked);
    }

    private static Look looked(Screen screen) {
        Page opened = open(screen);
        List<String> light = faults(opened, screen, ColorScheme.LIGHT);
        List<String> dark = faults(opened, screen, ColorScheme.DARK);
        opened.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        String notUnderstood = String.join("", opened.locator(".wrong-address").allInnerTexts());
        int headingAt = (int) opened.evaluate("document.querySelector('h1').getBoundingClientRect().top | 0");
        opened.setViewportSize(700, 900);
        boolean scrolls = (boolean) opened.evaluate("document.documentElement.scrollWidth > innerWidth");
        opened.setViewportSize(1400, 900);
        return new Look(light, dark, notUnderstood, headingAt, scrolls);
    }

    private static List<String> faults(Page opened, Screen screen, ColorScheme scheme) {
        opened.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        if (PICTURES != null) {
            picture(
                    opened,
                    Path.of(PICTURES),
                    screen.pictureName() + "-" + scheme.name().toLowerCase(Locale.ROOT));
        }
        // There are no frames: to put the findings of several together it would open a page of its own each time.
        return rules(new AxeBuilder(opened).options(violations()).setLegacyMode(true), scheme)
                .analyze()
                .getViolations()
                .stream()
                .map(EveryScreenTest::told)
                .toList();
    }

    /** What is well is not worked out in full. */
    private static AxeRunOptions violations() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    /** Nothing but colours differs between the two. */
    private static AxeBuilder rules(AxeBuilder axe, ColorScheme scheme) {
        return scheme == ColorScheme.DARK ? axe.withRules(OF_COLOURS) : axe.withTags(WCAG);
    }

    /** At rest: with its heading and without anything that is still being loaded. */
    private static Page open(Screen screen) {
        Page opened = screen == Screen.SIGN_IN ? JOURNEY.stranger() : page;
        opened.navigate(JOURNEY.url(screen.path()));
        assertThat(heading(opened).first()).isVisible();
        opened.waitForFunction("() => !document.querySelector('[aria-busy=true], vaadin-grid[loading]')");
        if (screen == Screen.SEARCH) {
            opened.keyboard().press("Control+k");
            opened.keyboard().type("release");
            assertThat(opened.getByRole(AriaRole.OPTION).first()).isVisible();
        }
        return opened;
    }

    private static void picture(Page opened, Path folder, String name) {
        byte[] png = opened.screenshot(new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED));
        try {
            SmallPicture.write(png, folder.resolve(name + ".png"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String told(Rule fault) {
        return fault.getId() + ": " + fault.getHelp() + " "
                + fault.getNodes().stream().map(node -> node.getHtml()).toList();
    }
}

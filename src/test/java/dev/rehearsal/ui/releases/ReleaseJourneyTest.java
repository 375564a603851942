package dev.rehearsal.ui.releases;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rehearsal.sample.Journey.heading;
import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.rehearsal.Office;
import dev.rehearsal.blob.CanonicalJson;
import dev.rehearsal.sample.Journey;
import dev.rehearsal.sample.Keyboard;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.node.ObjectNode;

/** The screens of releases in a real browser, by keyboard alone but for the choice of a file, which is the browser’s own. */
class ReleaseJourneyTest {

    private static final String RELEASE = "/releases/Heron-149.0.2-build1";

    /** More than fits into what a server takes for a form by default. */
    private static final int MANY_LOCALES = 20_000;

    private static final int MOST_LINES = 60;

    @RegisterExtension
    static final Journey JOURNEY = Journey.with();

    @Test
    void fromTheListToAReleaseIntoItsTree() {
        Page page = open("/releases");
        Keyboard keyboard = new Keyboard(page);
        keyboard.write(page.getByLabel("Part of a name"), "149.0.2");
        assertThat(page).hasURL(Pattern.compile(".*149\\.0\\.2.*"));
        goDownTo(page, "Heron-149.0.2-build1");
        keyboard.press("Enter");
        keyboard.press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*" + RELEASE));

        keyboard.follow("Tree");
        for (String key : List.of("platforms", "WINNT_x86_64-msvc")) {
            goDownTo(page, key);
            keyboard.press("Space");
        }
        assertThat(toggle(page, "locales")).isVisible();

        keyboard.follow("Text");
        keyboard.write(page.getByLabel("Search in all parts"), "buildID");
        assertThat(page.locator(".hits li").first()).containsText("line");
        assertThat(page).hasURL(Pattern.compile(".*tab=text.*find=buildID.*"));

        keyboard.write(page.getByLabel("Search in all parts"), "de");
        assertThat(page.locator(".hits").first()).containsText("called that");
        keyboard.follow("de · WINNT_x86_64-msvc");
        assertThat(page).hasURL(Pattern.compile(".*part=.platforms.WINNT_x86_64-msvc.locales.de.*"));
    }

    @Test
    void aLargeBlobIsUploaded() {
        ObjectNode blob = Office.blob("Heron-999.0");
        ObjectNode locales = (ObjectNode) blob.at("/platforms/WINNT_x86_64-msvc/locales");
        for (int at = 0; at < MANY_LOCALES; at++) {
            locales.set("x" + at, locales.get("de").deepCopy());
        }
        blob.put("product", "Heron");
        Page page = open("/releases/new");

        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("blob.json", "application/json", CanonicalJson.bytes(blob)));

        assertThat(page.getByLabel("Name")).hasValue("Heron-999.0");
    }

    private static Page open(String path) {
        Page page = JOURNEY.open("ada", path);
        assertThat(heading(page)).isVisible();
        return page;
    }

    /** To the line of a grid that begins like this, from before the grid or from a line above. */
    private static void goDownTo(Page page, String line) {
        Keyboard keyboard = new Keyboard(page);
        Locator grid = page.locator("vaadin-grid");
        assertThat(grid.getByText(line).first()).isVisible();
        keyboard.tabTo(grid);
        for (int lines = 0; lines < MOST_LINES; lines++) {
            String cell = (String) grid.evaluate("grid => grid.shadowRoot.activeElement?._content?.textContent.trim()");
            if (cell != null && cell.startsWith(line)) {
                return;
            }
            boolean inHead = (boolean) grid.evaluate("grid => grid.shadowRoot.activeElement?.localName === 'th'");
            keyboard.press(inHead ? "Tab" : "ArrowDown");
        }
        fail("The arrows do not lead to " + line);
    }

    private static Locator toggle(Page page, String key) {
        return page.locator("vaadin-grid-tree-toggle")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + key + "\\s*$")))
                .first();
    }
}

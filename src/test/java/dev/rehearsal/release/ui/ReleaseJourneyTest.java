package dev.rehearsal.release.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rehearsal.sample.Journey.heading;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.rehearsal.Office;
import dev.rehearsal.release.CanonicalJson;
import dev.rehearsal.sample.Journey;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.node.ObjectNode;

/** The screens of releases in a real browser. */
class ReleaseJourneyTest {

    private static final String RELEASE = "/releases/Heron-149.0.2-build1";

    /** More than fits into what a server takes for a form by default. */
    private static final int MANY_LOCALES = 20_000;

    @RegisterExtension
    static final Journey JOURNEY = Journey.with();

    @Test
    void from_the_list_to_a_release_into_its_tree() {
        Page page = open("/releases");
        page.getByLabel("Part of a name").fill("149.0.2");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions()
                                .setName("Heron-149.0.2-build1")
                                .setExact(true))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*" + RELEASE));

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tree"))
                .click();
        for (String key : List.of("platforms", "WINNT_x86_64-msvc")) {
            toggle(page, key).click();
        }
        assertThat(toggle(page, "locales")).isVisible();

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Text"))
                .click();
        page.getByLabel("Search in all parts").fill("buildID");
        assertThat(page.locator(".hits li").first()).containsText("line");
        assertThat(page).hasURL(Pattern.compile(".*tab=text.*find=buildID.*"));
    }

    @Test
    void a_large_blob_is_uploaded() {
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

    private static Locator toggle(Page page, String key) {
        return page.locator("vaadin-grid-tree-toggle")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + key + "\\s*$")))
                .first();
    }
}

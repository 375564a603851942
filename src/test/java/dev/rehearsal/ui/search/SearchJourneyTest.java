package dev.rehearsal.ui.search;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rehearsal.sample.Journey.heading;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.rehearsal.sample.Journey;
import dev.rehearsal.sample.Keyboard;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From any screen to anything, without the mouse, in a real browser. */
class SearchJourneyTest {

    @RegisterExtension
    static final Journey JOURNEY = Journey.with();

    @Test
    void aRuleIsReachedFromTheListOfChanges() {
        Page page = open("/changes");

        page.keyboard().press("Control+k");
        assertThat(field(page)).isFocused();
        page.keyboard().type("#204");
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile(".*/rules\\?rule=204"));
        assertThat(field(page)).isHidden();
    }

    @Test
    void nothingIsLostThatIsTypedBeforeTheDialogIsThere() {
        Page page = open("/people");

        page.keyboard().press("Control+k");
        page.keyboard().type("heron-watershed-140");

        assertThat(field(page)).hasValue("heron-watershed-140");
        assertThat(page.getByRole(AriaRole.OPTION).first()).containsText("heron-watershed-140");
    }

    @Test
    void anEnterThatComesBeforeTheDialogOpensWhatIsFound() {
        Page page = open("/people");

        page.keyboard().press("Control+k");
        page.keyboard().type("#2044");
        page.keyboard().press("Backspace");
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile(".*/rules\\?rule=204$"));
    }

    @Test
    void anEnterOpensNothingOfWhatWasFoundBefore() {
        Page page = open("/people");
        page.keyboard().press("Control+k");
        page.keyboard().type("webhooks");
        assertThat(page.getByRole(AriaRole.OPTION).first()).containsText("Webhooks");

        page.keyboard().type("zzz");
        page.keyboard().press("Enter");

        assertThat(page.locator("rehearsal-search [role=option]")).hasCount(0);
        assertThat(page).hasURL(Pattern.compile(".*/people$"));
    }

    @Test
    void aLateFocusAndTheKeyPressedAgainTakeNothingAway() {
        Page page = open("/people");
        page.keyboard().press("Control+k");
        assertThat(field(page)).isFocused();
        page.keyboard().type("heron");

        field(page).evaluate("field => { field.blur(); field.focus(); field.select(); }");
        page.keyboard().type("-watershed");
        page.keyboard().press("Control+k");
        page.keyboard().type("-140");

        assertThat(field(page)).hasValue("heron-watershed-140");
    }

    @Test
    void theArrowsChooseAmongKindsAndEscapeGivesUp() {
        Page page = open("/rules");
        page.keyboard().press("Meta+k");
        assertThat(field(page)).isFocused();
        page.keyboard().type("heron-150.0-build2");
        Locator options = page.getByRole(AriaRole.OPTION);
        assertThat(options.first()).hasAttribute("aria-selected", "true");
        Locator release = options.filter(new Locator.FilterOptions()
                .setHas(page.getByText("Heron-150.0-build2", new Page.GetByTextOptions().setExact(true))));

        assertThat(release.first()).isVisible();
        while (!"true".equals(release.first().getAttribute("aria-selected"))) {
            page.keyboard().press("ArrowDown");
        }
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/releases/Heron-150.0-build2"));

        page.keyboard().press("Control+k");
        assertThat(field(page)).isFocused();
        page.keyboard().press("Escape");
        assertThat(field(page)).isHidden();
    }

    @Test
    void aPastedUpdateUrlIsAnsweredSideBySide() {
        Page page = open("/rules");
        page.keyboard().press("Control+k");
        assertThat(field(page)).isFocused();

        page.keyboard()
                .insertText("https://aus.example/update/6/Heron/149.0/20260101000000/WINNT_x86_64-msvc-x64/de/release/"
                        + "Windows_NT%2010.0/ISET:SSE4_2,MEM:8192/default/default/update.xml");
        assertThat(page.getByRole(AriaRole.OPTION).nth(1)).containsText("release, live: Heron-149.0.2-build1");
        page.keyboard().press("Enter");

        assertThat(heading(page)).hasText("What does a client get?");
        assertThat(page.locator(".answers .answer")).hasCount(3);
    }

    @Test
    void rulesAreReachedPickedAndEditedTogetherByKeyboard() {
        Page page = open("/changes");
        Keyboard keyboard = new Keyboard(page);
        page.keyboard().press("Control+k");
        assertThat(field(page)).isFocused();
        keyboard.write(field(page), "rules");
        assertThat(page.getByRole(AriaRole.OPTION).first()).containsText("Rules");
        page.keyboard().press("Enter");
        assertThat(heading(page)).hasText("Rules");

        Locator chosen = page.locator(".picked-bar [role=status]");
        keyboard.tabTo(page.locator("vaadin-grid"));
        page.keyboard().press("Space");
        assertThat(chosen).hasText(Pattern.compile("\\d+ rules chosen"));
        page.keyboard().press("Space");
        assertThat(chosen).isHidden();
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        assertThat(chosen).hasText("1 rule chosen");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Space");
        assertThat(chosen).hasText("2 rules chosen");

        keyboard.enter("Edit a field…");
        assertThat(heading(page)).hasText("Edit 2 rules");
        keyboard.choose(
                page.getByRole(
                        AriaRole.COMBOBOX,
                        new Page.GetByRoleOptions().setName("Field").setExact(true)),
                "Comment");
        keyboard.write(page.locator("vaadin-text-area"), "Looked at");
        page.keyboard().press("Tab");
        assertThat(page.locator(".many-rules")).containsText("All 2 rules change.");
        keyboard.enter("Schedule");
        assertThat(page.locator(".saved-note")).containsText("2 rules: comment → Looked at");
    }

    @Test
    void whatIsToBeDoneIsBegunByItsName() {
        Page page = open("/people");
        page.keyboard().press("Control+k");
        assertThat(field(page)).isFocused();

        page.keyboard().type("new rule");
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile(".*/rules/new"));
    }

    @Test
    void inANarrowWindowTheButtonOpensIt() {
        Page page = JOURNEY.signedIn("ada", 700, ColorScheme.LIGHT);
        page.navigate(JOURNEY.url("/emergency"));

        page.locator(".header-action:visible").first().click();

        assertThat(field(page)).isFocused();
    }

    @Test
    void enterOpensTheRuleThatHasTheFocusAndBackClosesItAgain() {
        Page page = open("/rules");
        focusFirstRow(page);

        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/rules\\?rule=\\d+"));
        assertThat(page.locator(".rule-panel")).isVisible();

        new Keyboard(page).goBack();
        assertThat(page.locator(".rule-panel")).isHidden();
        assertThat(page).hasURL(Pattern.compile(".*/rules$"));
    }

    @Test
    void escapeClosesThePanel() {
        Page page = open("/rules?rule=204");
        assertThat(page.locator(".rule-panel")).isVisible();

        page.keyboard().press("Escape");

        assertThat(page.locator(".rule-panel")).isHidden();
    }

    @Test
    void enterOpensTheChangeSetThatHasTheFocus() {
        Page page = open("/changes");
        focusFirstRow(page);

        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile(".*/changes/\\d+"));
    }

    @Test
    void aSlashGoesToTheFilterAndAQuestionMarkShowsTheKeys() {
        Page page = open("/changes");

        page.keyboard().press("/");
        assertThat(page.getByLabel("Filter change sets")).isFocused();

        page.getByLabel("Filter change sets").blur();
        page.keyboard().press("?");
        assertThat(page.getByText("Show these keys")).isVisible();
    }

    @Test
    void allColumnsAreInViewInANarrowWindow() {
        Page page = JOURNEY.signedIn("ada", 700, ColorScheme.LIGHT);
        for (String path : List.of("/rules", "/changes")) {
            page.navigate(JOURNEY.url(path));
            page.waitForFunction(
                    "() => document.querySelector('vaadin-grid')?.shadowRoot.querySelector('tbody tr td')");

            org.assertj.core.api.Assertions.assertThat((boolean) page.locator("vaadin-grid")
                            .evaluate("grid => grid.$.table.scrollWidth <= grid.clientWidth"))
                    .as(path)
                    .isTrue();
        }
    }

    @Test
    void oneSentenceSaysThatTheServerIsAwayAndButtonsAreOff() {
        Page page = open("/rules");

        page.context().setOffline(true);
        assertThat(page.locator(".server-away")).hasText(Pattern.compile("The server does not answer[.].*"));
        assertThat(page.locator("vaadin-button:not([disabled])")).hasCount(0);

        page.context().setOffline(false);
        assertThat(page.locator(".server-away")).hasCount(0);
        assertThat(page.locator("vaadin-button:not([disabled])")).not().hasCount(0);
    }

    private static void focusFirstRow(Page page) {
        page.waitForFunction("() => document.querySelector('vaadin-grid')?.shadowRoot.querySelector('tbody tr td')");
        page.locator("vaadin-grid").evaluate("grid => grid.shadowRoot.querySelector('tbody tr td').focus()");
    }

    private static Page open(String path) {
        Page page = JOURNEY.open("ada", path);
        assertThat(heading(page)).isVisible();
        return page;
    }

    private static Locator field(Page page) {
        return page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Search"));
    }
}

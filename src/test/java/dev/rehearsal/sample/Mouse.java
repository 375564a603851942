package dev.rehearsal.sample;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Somebody whose clicks are counted. What they type, and keys that go with it, costs nothing. */
public final class Mouse {

    private final Page page;
    private final Keyboard keyboard;
    private int clicks;

    public Mouse(Page page) {
        this.page = page;
        this.keyboard = new Keyboard(page);
    }

    public Page page() {
        return page;
    }

    public int clicks() {
        return clicks;
    }

    public void click(Locator wanted) {
        keyboard.settle();
        wanted.click();
        clicks++;
    }

    public void click(String button) {
        click(page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)));
    }

    /** Clicks a button of the dialog that has been opened. */
    public void confirm(String button) {
        click(page.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true)));
    }

    public void follow(String link) {
        click(page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first());
    }

    /** Writes this in place of what is in the field, and goes on to the next. */
    public void write(String field, String text) {
        Locator input = field(field);
        keyboard.settle();
        input.fill(text);
        keyboard.press("Tab");
    }

    /** Writes a day where one can be picked, too: Enter takes it and closes the calendar. */
    public void writeDay(String field, String day) {
        keyboard.settle();
        field(field).fill(day);
        keyboard.press("Enter");
        assertThat(page.locator("vaadin-date-picker[opened]")).hasCount(0);
    }

    /** Takes this value in a field that offers some. */
    public void choose(String field, String value) {
        keyboard.settle();
        Locator input = field(field);
        input.focus();
        input.press("ControlOrMeta+a");
        input.pressSequentially(value);
        assertThat(page.getByRole(AriaRole.OPTION)
                        .filter(new Locator.FilterOptions().setHasText(value))
                        .first())
                .isVisible();
        keyboard.press("Enter");
        keyboard.press("Tab");
    }

    /** Takes the first that a field offers for this text, of which several can be chosen. */
    public void add(String field, String text) {
        keyboard.settle();
        field(field).focus();
        field(field).pressSequentially(text);
        assertThat(page.getByRole(AriaRole.OPTION)
                        .filter(new Locator.FilterOptions().setHasText(text))
                        .first())
                .isVisible();
        keyboard.press("ArrowDown");
        keyboard.press("Enter");
        keyboard.press("Escape");
    }

    /** Opens the first thing that the search finds for this. */
    public void find(String text) {
        keyboard.press("ControlOrMeta+k");
        Locator search = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Search"));
        assertThat(search).isFocused();
        page.keyboard().insertText(text);
        assertThat(page.getByRole(AriaRole.OPTION).first()).isVisible();
        keyboard.press("Enter");
        assertThat(search).isHidden();
    }

    private Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first();
    }
}

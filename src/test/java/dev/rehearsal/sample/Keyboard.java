package dev.rehearsal.sample;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;

/**
 * Somebody who has no mouse: whatever they use they reach with Tab first. They look before each key, and press none while
 * the page is still on its way or has not yet shown what came of the key before.
 */
public final class Keyboard {

    private static final int MOST_TABS = 150;

    /** Whether a page of Vaadin waits for nobody but the one who looks at it. */
    private static final String SETTLED = """
            () => {
              const clients = Object.values(window.Vaadin?.Flow?.clients ?? {}).filter((client) => client.isActive);
              return clients.length > 0 && clients.every((client) => !client.isActive() && !client.initializing);
            }
            """;

    private final Page page;

    public Keyboard(Page page) {
        this.page = page;
    }

    /** Goes forward until the focus is on this, or in it, and stays there. */
    public void tabTo(Locator wanted) {
        assertThat(wanted).isVisible();
        settle();
        for (int presses = 0; presses < MOST_TABS; presses++) {
            if (hasFocus(wanted)) {
                // The server hears of the field that was left, and what it answers may take the focus elsewhere.
                settle();
                if (hasFocus(wanted)) {
                    return;
                }
            }
            page.keyboard().press("Tab");
        }
        fail("Tab does not lead to " + wanted);
    }

    /** Presses a button, or follows a link. */
    public void enter(Locator wanted) {
        tabTo(wanted);
        page.keyboard().press("Enter");
    }

    public void enter(String button) {
        enter(button(button));
    }

    /** Presses a button of the dialog that has been opened. */
    public void confirm(String button) {
        enter(page.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true)));
    }

    public void follow(String link) {
        enter(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first());
    }

    /** Writes this in place of what is in the field. */
    public void write(Locator field, String text) {
        tabTo(field);
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().type(text);
    }

    /** Writes this into a field that offers values, and takes it from those once it is among them. */
    public void choose(Locator field, String value) {
        write(field, value);
        assertThat(options()
                        .filter(new Locator.FilterOptions().setHasText(value))
                        .first())
                .isVisible();
        press("Enter");
        assertThat(options()).hasCount(0);
    }

    /** Opens a list and takes its last line. */
    public void chooseLast(Locator list) {
        enter(list);
        assertThat(page.locator("vaadin-select-item:focus")).isVisible();
        press("End");
        assertThat(options().last()).isFocused();
        press("Enter");
        assertThat(options()).hasCount(0);
    }

    /** Types on, wherever the focus is. */
    public void type(String text) {
        settle();
        page.keyboard().type(text);
    }

    public void press(String key) {
        settle();
        page.keyboard().press(key);
    }

    /** Goes to the page before. A page that is still asking the server takes no notice. */
    public void goBack() {
        settle();
        page.goBack();
    }

    /** Waits until the page has shown what came of what was done last. */
    void settle() {
        if (!isSettled()) {
            page.waitForFunction(SETTLED);
        }
    }

    /** Asks once, which is much quicker than to wait. */
    private boolean isSettled() {
        try {
            return (boolean) page.evaluate(SETTLED);
        } catch (PlaywrightException onTheWayToAnotherPage) {
            return false;
        }
    }

    private static boolean hasFocus(Locator wanted) {
        return (boolean)
                wanted.evaluate("one => one === document.activeElement || one.contains(document.activeElement)");
    }

    private Locator options() {
        return page.getByRole(AriaRole.OPTION);
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}

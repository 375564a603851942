package dev.rehearsal.sample;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Somebody who has no mouse: whatever they use they reach with Tab first. */
public final class Keyboard {

    private static final int MOST_TABS = 150;

    private final Page page;

    public Keyboard(Page page) {
        this.page = page;
    }

    /** Goes forward until the focus is on this, or in it. */
    public void tabTo(Locator wanted) {
        assertThat(wanted).isVisible();
        for (int presses = 0; presses < MOST_TABS; presses++) {
            if ((boolean)
                    wanted.evaluate("one => one === document.activeElement || one.contains(document.activeElement)")) {
                return;
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

    /** Types on, wherever the focus is. */
    public void type(String text) {
        page.keyboard().type(text);
    }

    public void press(String key) {
        page.keyboard().press(key);
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}

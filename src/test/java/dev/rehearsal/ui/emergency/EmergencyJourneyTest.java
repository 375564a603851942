package dev.rehearsal.ui.emergency;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rehearsal.sample.Journey.heading;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rehearsal.sample.Journey;
import dev.rehearsal.sample.Keyboard;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An emergency from the shutoff to its end, by four people who use nothing but the keyboard. */
class EmergencyJourneyTest {

    private static final String CLIENT = "/update/6/Heron/148.0/20260901000000/WINNT_x86_64-msvc-x64/de/release"
            + "/Windows_NT%2010.0/ISET:SSE4_2,MEM:8192/default/default/update.xml?force=1";

    @RegisterExtension
    static final Journey JOURNEY = Journey.withEagerEnactor();

    @Test
    void updatesAreStoppedAndGoOnOnceTwoHaveSignedThat() {
        Page chioma = open("chioma");
        Assertions.assertThat(answer(chioma)).contains("<update ");

        Keyboard keyboard = new Keyboard(chioma);
        keyboard.choose(chioma.getByLabel("Product"), "Heron");
        keyboard.choose(chioma.getByLabel("Channel"), "release");
        keyboard.write(chioma.getByLabel("Reason"), "Crashes at start");
        keyboard.enter("Shut off…");
        assertThat(chioma.getByRole(AriaRole.ALERTDIALOG))
                .containsText("No client of Heron on release gets an update from now on");
        keyboard.enter("Shut off");

        Locator stopped = row(chioma, "Heron on release");
        assertThat(stopped).containsText(Pattern.compile("chioma@rehearsal.example.*Crashes at start"));
        assertThat(chioma.locator(".menu-count").last()).hasText("2");
        Assertions.assertThat(answer(chioma)).doesNotContain("<update ");

        Page ben = open("ben");
        new Keyboard(ben).follow("Lift the shutoff of Heron on release");
        assertThat(ben.locator(".prospect")).containsText("Needs 1 signoff by releng and 1 by relman.");
        new Keyboard(ben).enter("Schedule");
        assertThat(ben.locator(".saved-note")).containsText("Let Heron on release update again");
        assertThat(stopped).containsText("Let Heron on release update again");

        sign("ada", "releng");
        Assertions.assertThat(answer(chioma)).doesNotContain("<update ");
        sign("emi", "relman");

        assertThat(stopped).isHidden();
        assertThat(chioma.locator(".menu-count").last()).hasText("1");
        Assertions.assertThat(answer(chioma)).contains("<update ");
    }

    private static void sign(String person, String role) {
        Page page = JOURNEY.open(person, "/waiting");
        Locator waiting =
                page.locator("[data-key-item]").filter(new Locator.FilterOptions().setHasText("Let Heron on release"));
        assertThat(waiting).isVisible();
        Keyboard keyboard = new Keyboard(page);
        keyboard.enter(waiting);
        keyboard.enter("Sign as " + role);
        assertThat(waiting).isHidden();
    }

    private static Page open(String person) {
        Page page = JOURNEY.open(person, "/emergency");
        assertThat(heading(page)).hasText("Emergency");
        return page;
    }

    private static String answer(Page page) {
        return page.request().get(JOURNEY.url(CLIENT)).text();
    }

    private static Locator row(Page page, String text) {
        return page.locator(".shutoff-table tbody tr").filter(new Locator.FilterOptions().setHasText(text));
    }
}

package dev.rehearsal.ui.frame;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.LiveFirefox.RITA;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.dialog.Dialog;
import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AboutBoxTest {

    @RegisterExtension
    final Page page = new Page(TestDatabase.H2);

    @BeforeEach
    void fill() {
        new LiveFirefox(TestDatabase.H2);
    }

    @Test
    void saysToAnybodyWhichProgramAndWhichNodeAnswer() {
        page.open(RITA, "emergency");

        page.click("About");

        assertThat(Page.textOf(_get(Dialog.class)))
                .contains(
                        "Version 1.2.3",
                        "Commit unknown",
                        "This node is for people and automation",
                        "Database PostgreSQL 17.2",
                        "Allow-list c0ffee",
                        "Up since Mon 2 Mar 2026, 09:00 UTC");
    }
}

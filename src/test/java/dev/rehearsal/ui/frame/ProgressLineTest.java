package dev.rehearsal.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private final List<String> told = new ArrayList<>();
    private final ProgressLine line = new ProgressLine("Asking", () -> told.add("stop"), () -> told.add("go on"));

    @BeforeEach
    void open() {
        MockVaadin.setup();
        UI.getCurrent().add(line);
    }

    @AfterEach
    void close() {
        MockVaadin.tearDown();
    }

    @Test
    void isNotThereWithoutWork() {
        assertThat(line.isVisible()).isFalse();
        line.begin();
        assertThat(line.isVisible()).isTrue();

        line.end();

        assertThat(line.isVisible()).isFalse();
    }

    @Test
    void tellsHowFarTheWorkIs() {
        line.begin();
        ProgressBar bar = LocatorJ._get(ProgressBar.class);
        assertThat(bar.isIndeterminate()).isTrue();

        line.made(3, 12);

        assertThat(bar.isIndeterminate()).isFalse();
        assertThat(bar.getValue() / bar.getMax()).isEqualTo(0.25);
    }

    @Test
    void isStoppedAndGoesOn() {
        line.made(3, 12);

        press("Stop");
        assertThat(LocatorJ._find(ProgressBar.class)).isEmpty();
        assertThat(line.getElement().getTextRecursively()).contains("Stopped.");
        press("Go on");

        assertThat(told).containsExactly("stop", "go on");
        assertThat(LocatorJ._get(ProgressBar.class).isIndeterminate()).isTrue();
    }

    private static void press(String button) {
        LocatorJ._click(LocatorJ._get(Button.class, spec -> spec.withText(button)));
    }
}

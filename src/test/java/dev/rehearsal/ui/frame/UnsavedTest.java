package dev.rehearsal.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.dom.Element;
import dev.rehearsal.ledger.Actor;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the browser is told of a form in which somebody types; what it does with it is seen in the browser. */
class UnsavedTest {

    private final Unsaved unsaved = new Unsaved();

    @BeforeEach
    void open() {
        MockVaadin.setup();
    }

    @AfterEach
    void close() {
        MockVaadin.tearDown();
    }

    @Test
    void isKeptForOnePersonAndOneForm() {
        unsaved.begin(new Actor("ada"), "rule-edit-31");

        assertThat(offer().getAttribute("key")).isEqualTo("ada rule-edit-31");
    }

    @Test
    void isOfferedAtEachOpeningOfTheSameForm() {
        unsaved.begin(new Actor("ada"), "rule-edit-31");
        String first = offer().getAttribute("opening");

        unsaved.begin(new Actor("ada"), "rule-edit-31");

        assertThat(offer().getAttribute("opening")).isNotEqualTo(first);
    }

    @Test
    void isForgottenThoughTheFormHasLeftThePage() {
        unsaved.begin(new Actor("ada"), "rule-edit-31");

        unsaved.forget();

        List<PendingJavaScriptInvocation> told = UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations();
        assertThat(told).singleElement().satisfies(call -> {
            assertThat(call.getInvocation().getExpression()).contains("rehearsal-kept-draft", "forget");
            assertThat(call.getInvocation().getParameters()).contains("ada rule-edit-31");
        });
    }

    private Element offer() {
        return unsaved.offer().getElement();
    }
}

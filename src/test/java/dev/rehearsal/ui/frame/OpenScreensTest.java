package dev.rehearsal.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import dev.rehearsal.ledger.SnapshotVersion;
import dev.rehearsal.ledger.StateReplaced;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenScreensTest {

    private static final SnapshotVersion ANY_STATE = new SnapshotVersion(7, 3);

    private final List<Runnable> carried = new ArrayList<>();
    private final OpenScreens openScreens = new OpenScreens(carried::add);
    private final List<String> refreshes = new ArrayList<>();
    private final Div view = new Div();

    @BeforeEach
    void openPage() {
        MockVaadin.setup();
        openScreens.keepCurrent(view, () -> refreshes.add("view"));
    }

    @AfterEach
    void closePage() {
        MockVaadin.tearDown();
    }

    @Test
    void aViewThatIsOpenIsRefreshedAfterEachNewState() {
        UI.getCurrent().add(view);

        replaceState();
        replaceState();

        assertThat(refreshes).containsExactly("view", "view");
    }

    @Test
    void whoeverReplacesTheStateDoesNotWaitForAnyScreen() {
        UI.getCurrent().add(view);

        openScreens.onStateReplaced(new StateReplaced(ANY_STATE));

        assertThat(carried).hasSize(1);
        assertThat(refreshes).isEmpty();
    }

    @Test
    void statesThatFollowWhileARefreshWaitsNeedNoOther() {
        UI.getCurrent().add(view);

        openScreens.onStateReplaced(new StateReplaced(ANY_STATE));
        openScreens.onStateReplaced(new StateReplaced(ANY_STATE));

        assertThat(carried).hasSize(1);
    }

    @Test
    void aViewThatIsNotOpenYetIsLeftAlone() {
        replaceState();

        assertThat(refreshes).isEmpty();
    }

    @Test
    void aViewThatWasLeftIsForgotten() {
        UI.getCurrent().add(view);
        UI.getCurrent().remove(view);

        assertThat(openScreens.count()).isZero();
    }

    @Test
    void aViewThatIsOpenedAgainIsRefreshedOnce() {
        UI.getCurrent().add(view);
        UI.getCurrent().remove(view);
        UI.getCurrent().add(view);

        replaceState();

        assertThat(refreshes).containsExactly("view");
    }

    @Test
    void aRefreshThatComesAfterThePageWasClosedDoesNothing() {
        UI.getCurrent().add(view);
        openScreens.onStateReplaced(new StateReplaced(ANY_STATE));
        UI.getCurrent().close();
        MockVaadin.clientRoundtrip(false);

        carried.forEach(Runnable::run);

        assertThat(refreshes).isEmpty();
    }

    private void replaceState() {
        openScreens.onStateReplaced(new StateReplaced(ANY_STATE));
        carried.forEach(Runnable::run);
        carried.clear();
        MockVaadin.clientRoundtrip(false);
    }
}

package dev.rehearsal.ui.changes;

import static dev.rehearsal.Office.edit;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import dev.rehearsal.Office;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.enactment.Readiness;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.frame.BackgroundWork;
import dev.rehearsal.ui.links.ChangesAddress.Stage;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Seven lines, of which two are worked out when the test lets the work go on. */
class ReadinessInViewTest {

    private static final int LINES = 7;

    private final Office office = new Office(TestDatabase.H2).needingTests();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final ListedSets sets = office.database.bean(ListedSets.class);
    private final LineByLine source = new LineByLine();
    private final ReadinessInView readiness = new ReadinessInView(new BackgroundWork(waiting::add), source, () -> {});

    /** Knows of a line only what was asked for. */
    private final class LineByLine implements ReadinessInView.Source {

        private final Map<ChangeSetId, Readiness> known = new HashMap<>();

        @Override
        public @Nullable Readiness standing(ListedSet listed) {
            return known.computeIfAbsent(listed.set().id(), id -> Objects.requireNonNull(sets.standing(listed)));
        }

        @Override
        public @Nullable Readiness standingIfKnown(ListedSet listed) {
            return known.get(listed.set().id());
        }
    }

    @BeforeEach
    void open() {
        MockVaadin.setup();
        UI.getCurrent().add(readiness.progress());
        for (int rate = 1; rate <= LINES; rate++) {
            office.schedule("To " + rate + " %", rate, edit(1, "backgroundRate", rate));
        }
    }

    @AfterEach
    void close() {
        MockVaadin.tearDown();
    }

    @Test
    void areKnownOfTheFirstLinesAtOnceAndOfTheOthersLater() {
        List<ListedSet> lines = lookAtAll();
        assertThat(open(lines)).hasSize(2);

        work();

        assertThat(open(lines)).isEmpty();
        assertThat(lines).extracting(readiness::of).doesNotContainNull();
        assertThat(waiting).isEmpty();
    }

    @Test
    void saysHowFarItIs() {
        lookAtAll();
        assertThat(readiness.progress().isVisible()).isFalse();

        readiness.onProgress(1, 2);
        assertThat(readiness.progress().isVisible()).isTrue();
        work();

        assertThat(readiness.progress().isVisible()).isFalse();
    }

    @Test
    void stayOpenOnceSomebodyStopsItUntilTheyLetItGoOn() {
        List<ListedSet> lines = lookAtAll();
        readiness.onProgress(0, 2);

        press("Stop");
        work();
        assertThat(readiness.isStopped()).isTrue();
        assertThat(open(lines)).hasSize(2);

        press("Go on");
        work();
        assertThat(readiness.isStopped()).isFalse();
        assertThat(open(lines)).isEmpty();
    }

    @Test
    void areNotWorkedOutForNobody() {
        List<ListedSet> lines = lookAtAll();

        readiness.forget();
        work();

        assertThat(lines)
                .filteredOn(line -> source.standingIfKnown(line) == null)
                .hasSize(2);
    }

    private List<ListedSet> lookAtAll() {
        List<ListedSet> lines = sets.in(Stage.PENDING, LINES);
        lines.forEach(readiness::of);
        MockVaadin.clientRoundtrip(false);
        return lines;
    }

    private List<ListedSet> open(List<ListedSet> lines) {
        return lines.stream().filter(readiness::isOpen).toList();
    }

    private void work() {
        waiting.remove().run();
        MockVaadin.clientRoundtrip(false);
    }

    private static void press(String button) {
        LocatorJ._click(LocatorJ._get(Button.class, spec -> spec.withText(button)));
        MockVaadin.clientRoundtrip(false);
    }
}

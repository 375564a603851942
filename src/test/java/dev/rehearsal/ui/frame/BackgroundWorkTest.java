package dev.rehearsal.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Work that waits until the test lets it go on. */
@ExtendWith(OutputCaptureExtension.class)
class BackgroundWorkTest {

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final BackgroundWork work = new BackgroundWork(waiting::add);
    private final List<String> heard = new ArrayList<>();

    @BeforeEach
    void open() {
        MockVaadin.setup();
    }

    @AfterEach
    void close() {
        MockVaadin.tearDown();
    }

    @Test
    void tellsWhatCameOfIt() {
        BackgroundWork.Running running = start(steps -> "42");
        assertThat(running.isOver()).isFalse();

        goOn();

        assertThat(heard).containsExactly("42");
        assertThat(running.isOver()).isTrue();
    }

    @Test
    void tellsThatItFailedAndNamesItAsTheLogDoes(CapturedOutput log) {
        start(steps -> {
            throw new IllegalStateException("no more");
        });

        goOn();

        assertThat(heard).singleElement().asString().startsWith("failed: ");
        assertThat(log.getAll()).contains(heard.getFirst().replaceFirst(".* ", ""), "no more");
    }

    @Test
    void tellsOfAnErrorTooAndNamesItAsTheLogDoes(CapturedOutput log) {
        start(steps -> {
            throw new StackOverflowError("too deep");
        });

        goOn();

        assertThat(heard).singleElement().asString().startsWith("failed: ");
        String id = heard.getFirst().replaceFirst(".* ", "");
        assertThat(log.getAll()).contains(id, "too deep");
    }

    @Test
    void stopsAtTheNextStepOnceItIsCancelledAndSaysNothing() {
        List<Integer> made = new ArrayList<>();
        List<BackgroundWork.Running> running = new ArrayList<>();
        running.add(start(steps -> {
            for (int step = 1; step <= 3; step++) {
                made.add(step);
                running.getFirst().cancel();
                steps.made(step, 3);
            }
            return "all";
        }));

        goOn();

        assertThat(made).containsExactly(1);
        assertThat(heard).isEmpty();
    }

    @Test
    void saysNothingOfWhatWasCancelledBeforeItWasDone() {
        start(steps -> "42").cancel();

        goOn();

        assertThat(heard).isEmpty();
    }

    private void goOn() {
        Objects.requireNonNull(waiting.poll()).run();
        MockVaadin.clientRoundtrip(false);
    }

    private BackgroundWork.Running start(Function<BackgroundWork.Steps, String> deed) {
        return work.start(UI.getCurrent(), deed, new BackgroundWork.Listener<>() {
            @Override
            public void onProgress(int done, int all) {
                heard.add(done + " of " + all);
            }

            @Override
            public void onDone(String result) {
                heard.add(result);
            }

            @Override
            public void onFailed(String id) {
                heard.add("failed: " + id);
            }
        });
    }
}

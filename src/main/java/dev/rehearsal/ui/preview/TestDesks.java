package dev.rehearsal.ui.preview;

import dev.rehearsal.insight.preview.Questions;
import dev.rehearsal.probe.BlastRadius;
import org.springframework.stereotype.Component;

/** Opens desks for the signed-in user and has something to test. */
@Component
public class TestDesks {

    private final Questions questions;
    private final BlastRadius radius;
    private final Tester testing;

    TestDesks(Questions questions, BlastRadius radius, Tester testing) {
        this.questions = questions;
        this.radius = radius;
        this.testing = testing;
    }

    /** Returns one that shows nothing yet. */
    public TestDesk open() {
        return new TestDesk(questions, radius, testing);
    }
}

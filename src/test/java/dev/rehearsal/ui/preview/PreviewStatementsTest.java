package dev.rehearsal.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.CountedStatements;
import dev.rehearsal.Desk;
import dev.rehearsal.EachDatabase;
import dev.rehearsal.Office;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.approval.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A look at a test channel asks about all states that it shows at once, however long the queue is. */
@EachDatabase
class PreviewStatementsTest {

    private static final int SETS = 40;
    private static final int MOST = 30;

    private final Office office;

    @RegisterExtension
    final Desk desk;

    PreviewStatementsTest(TestDatabase database) {
        this.office = new Office(database).needingTests();
        this.desk = new Desk(database);
    }

    @Test
    void aPreviewOfManySetsAsksInFewStatements() {
        for (int i = 0; i < SETS; i++) {
            office.schedule("Set " + i, 1 + i, Office.edit(1, "backgroundRate", 50 + i));
        }
        office.judge(Office.CHIOMA, Outcome.PASS);
        desk.open(Office.ADA, "changes");

        List<String> sent = CountedStatements.during(() -> desk.visit("channels/release-cdntest"));

        assertThat(desk.heading()).contains("all " + SETS + " queued changes");
        assertThat(sent).hasSizeLessThanOrEqualTo(MOST);
    }
}

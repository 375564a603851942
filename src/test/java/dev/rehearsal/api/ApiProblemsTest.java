package dev.rehearsal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What the log says of a request that was nobody's fault. */
@ExtendWith(OutputCaptureExtension.class)
class ApiProblemsTest {

    @Test
    void aDatabaseThatIsAwayIsOneLine(CapturedOutput log) {
        var failure = new CannotCreateTransactionException(
                "no transaction", new SQLTransientConnectionException("no connection\n\tat once", "08001"));

        assertThat(new ApiProblems().notStored(failure).getStatus()).isEqualTo(503);

        assertThat(log.toString().strip().lines())
                .singleElement()
                .asString()
                .endsWith("The database did not answer: no connection");
    }

    @Test
    void twoWritesInEachOthersWayAreOneLine(CapturedOutput log) {
        assertThat(new ApiProblems()
                        .notStored(new OptimisticLockingFailureException("moved on"))
                        .getStatus())
                .isEqualTo(409);

        assertThat(log.toString().strip().lines()).singleElement().asString().endsWith("way: moved on");
    }
}

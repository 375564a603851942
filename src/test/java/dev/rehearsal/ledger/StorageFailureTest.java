package dev.rehearsal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class StorageFailureTest {

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void isToldByTheFailure(StorageFailure expected, Exception failure) {
        assertThat(StorageFailure.of(failure)).isEqualTo(expected);
    }

    static Stream<Arguments> isToldByTheFailure() {
        return Stream.of(
                Arguments.of(StorageFailure.CONFLICT, new OptimisticLockingFailureException("moved on")),
                Arguments.of(StorageFailure.CONFLICT, sql("could not serialize", "40001", 0)),
                Arguments.of(StorageFailure.CONFLICT, sql("deadlock", "40P01", 0)),
                Arguments.of(StorageFailure.AWAY, new CannotCreateTransactionException("no connection")),
                Arguments.of(StorageFailure.AWAY, sql("terminated", "57P01", 0)),
                Arguments.of(StorageFailure.AWAY, sql("no room", "53100", 0)),
                Arguments.of(StorageFailure.AWAY, sql("the database is closed", "90098", 90098)),
                Arguments.of(StorageFailure.AWAY, h2("no room", new IOException("No space left on device"))),
                Arguments.of(StorageFailure.FAULT, h2("a bug of H2", new IllegalStateException())),
                Arguments.of(StorageFailure.AWAY, new TransactionSystemException("commit", state("lost", "08006", 0))),
                Arguments.of(
                        StorageFailure.FAULT, new BadSqlGrammarException("read", "selct", state("no", "42601", 0))),
                Arguments.of(StorageFailure.FAULT, new DuplicateKeyException("twice", state("twice", "23505", 23505))),
                Arguments.of(
                        StorageFailure.AWAY,
                        new TransactionSystemException("rollback", new SQLException("Connection is closed"))),
                Arguments.of(StorageFailure.FAULT, new IllegalStateException("a bug")));
    }

    @Test
    void ofACheckThatCannotBeMadeIsAFaultThoughAConnectionWasClosedBelowIt() {
        SQLException closed = state("The database has been closed", "90098", 90098);
        SQLException invalid = new SQLIntegrityConstraintViolationException("Check invalid", "23514", 23514, closed);

        assertThat(StorageFailure.of(new DataIntegrityViolationException("insert", invalid)))
                .isEqualTo(StorageFailure.FAULT);
    }

    @ParameterizedTest(name = "on {0}")
    @EnumSource
    void ofATableThatIsNotThereIsAFault(TestDatabase database) {
        assertThat(failureOf(() ->
                        database.jdbc().sql("select * from nowhere").query().listOfRows()))
                .isEqualTo(StorageFailure.FAULT);
    }

    private static StorageFailure failureOf(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            return StorageFailure.of(e);
        }
        throw new AssertionError("it did not fail");
    }

    private static UncategorizedSQLException sql(String message, String state, int code) {
        return new UncategorizedSQLException(message, null, state(message, state, code));
    }

    private static UncategorizedSQLException h2(String message, Exception cause) {
        return new UncategorizedSQLException(message, null, new SQLException(message, "HY000", 50000, cause));
    }

    private static SQLException state(String message, String state, int code) {
        return new SQLException(message, state, code);
    }
}

package dev.rehearsal.ledger;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** The kinds of failure of the database, by what each means to whoever asked. */
public enum StorageFailure {
    /** Another write came in between: the request may succeed after another look. */
    CONFLICT,
    /** The database cannot be reached, is busy or has no room: the request may succeed later. */
    AWAY,
    /** The reason lies in the program or in the tables: the request fails until somebody mends it. */
    FAULT;

    /** SQL states of connections, resources, interventions and the system, as the standard and PostgreSQL group them. */
    private static final Set<String> CLASSES_OF_AWAY = Set.of("08", "53", "57", "58");

    private static final String CLASS_OF_ROLLBACKS = "40";

    /**
     * Codes of H2: object closed, database already open, input or output failed (two of them), log file failed, connection
     * broken, database closed, database closed at the end of the process.
     */
    private static final Set<Integer> H2_LOST = Set.of(90007, 90020, 90028, 90031, 90034, 90067, 90098, 90121);

    private static final int H2_LOCK_TIMEOUT = 50200;

    /** What H2 makes of anything that it has no code for: a fault of its own, or a disk that is full. */
    private static final int H2_GENERAL_ERROR = 50000;

    private static final int H2_CONCURRENT_UPDATE = 90131;

    private static final int LONGEST_REASON = 300;

    /** Tells by the failure and its causes; whatever is not known to be anything else is a fault. */
    public static StorageFailure of(Throwable failure) {
        if (failure instanceof OptimisticLockingFailureException) {
            return CONFLICT;
        }
        // The outermost says most: what lies below it may only be how it came about.
        SQLException told = cause(failure, SQLException.class);
        if (told != null) {
            String group = group(told);
            if (group.equals(CLASS_OF_ROLLBACKS) || told.getErrorCode() == H2_CONCURRENT_UPDATE) {
                return CONFLICT;
            }
            if (isAway(told)) {
                return AWAY;
            }
        }
        return switch (failure) {
            case ConcurrencyFailureException busy -> AWAY;
            case TransientDataAccessException busy -> AWAY;
            case RecoverableDataAccessException away -> AWAY;
            case DataAccessResourceFailureException away -> AWAY;
            case CannotCreateTransactionException away -> AWAY;
            // A commit or a rollback for whose failure the database gives no reason: the connection was lost.
            case TransactionSystemException away -> AWAY;
            default -> FAULT;
        };
    }

    /**
     * Returns what the database said, in one line for a log: where it was away, or two writes met, no trace tells more.
     */
    public static String reason(Throwable failure) {
        SQLException told = cause(failure, SQLException.class);
        String message = String.valueOf((told == null ? failure : told).getMessage());
        String line = message.strip().lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ");
        String shortened = line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "…" : line;
        return shortened.isEmpty() ? failure.getClass().getSimpleName() : shortened;
    }

    /** Returns whether the connection that this came from is of no more use. */
    static boolean isLost(SQLException told) {
        return H2_LOST.contains(told.getErrorCode())
                || told.getErrorCode() == H2_GENERAL_ERROR && cause(told, IOException.class) != null;
    }

    private static boolean isAway(SQLException told) {
        return CLASSES_OF_AWAY.contains(group(told)) || isLost(told) || told.getErrorCode() == H2_LOCK_TIMEOUT;
    }

    private static String group(SQLException told) {
        String state = told.getSQLState();
        return state == null || state.length() < 2 ? "" : state.substring(0, 2);
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}

package dev.rehearsal.access;

import dev.rehearsal.ledger.Write;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells of each security event in one line of the log; of what is part of a write, once that is committed. */
final class SecurityLog {

    private static final Logger LOG = LoggerFactory.getLogger(SecurityLog.class);

    private SecurityLog() {}

    static void tell(Write write, SecurityEvent.Kind kind, String about, @Nullable String detail) {
        tell(new SecurityEvent(kind, write.by(), about, detail, null));
    }

    static void tell(SecurityEvent event) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            LOG.info(line(event));
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                LOG.info(line(event));
            }
        });
    }

    /** Returns one line, whatever is in the names: what could end or reorder it is escaped. */
    static String line(SecurityEvent event) {
        StringBuilder line = new StringBuilder(event.kind().wireName());
        add(line, "by", event.by().name());
        add(line, "about", event.about());
        add(line, "detail", event.detail());
        add(line, "from", event.address());
        return line.toString();
    }

    private static void add(StringBuilder line, String name, @Nullable String value) {
        if (value != null) {
            line.append(' ').append(name).append("=\"");
            value.codePoints().forEach(symbol -> append(line, symbol));
            line.append('"');
        }
    }

    private static void append(StringBuilder line, int symbol) {
        if (symbol == '"' || symbol == '\\') {
            line.append('\\').appendCodePoint(symbol);
        } else if (PersonName.isSeen(symbol)) {
            line.appendCodePoint(symbol);
        } else {
            line.append("\\u{%x}".formatted(symbol));
        }
    }
}

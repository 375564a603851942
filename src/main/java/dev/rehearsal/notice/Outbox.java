package dev.rehearsal.notice;

import dev.rehearsal.notice.store.NoticeStore;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Keeps what is to be told until it was. */
@Component
class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final NoticeStore store;

    Outbox(NoticeStore store) {
        this.store = store;
    }

    /** Keeps it as part of the caller's transaction. */
    void put(NewNotice notice, Instant at) {
        store.insert(notice, at);
    }

    /**
     * Keeps those that were not told yet, each in a transaction of its own: of two nodes that see the same, one tells it.
     *
     * @return how many are new
     */
    int putOnce(Collection<NewNotice> found, Instant at) {
        Map<String, NewNotice> byName = new LinkedHashMap<>();
        found.forEach(notice -> byName.put(String.valueOf(notice.once()), notice));
        Set<String> told = store.told(byName.keySet());
        byName.keySet().removeAll(told);
        int put = 0;
        for (NewNotice notice : byName.values()) {
            try {
                store.insert(notice, at);
                put++;
            } catch (DuplicateKeyException another) {
                LOG.debug("Another node tells {}", notice.once());
            }
        }
        return put;
    }
}

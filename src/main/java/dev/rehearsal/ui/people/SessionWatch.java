package dev.rehearsal.ui.people;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import dev.rehearsal.access.OpenSessions;
import dev.rehearsal.access.SignIn;
import dev.rehearsal.ledger.StateReplaced;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Ends sessions that are no good any more although nobody goes from screen to screen in them: after each write, on
 * whichever node, and as time goes by.
 */
@Component
@ConditionalOnWebApplication
class SessionWatch implements VaadinServiceInitListener {

    private static final Logger LOG = LoggerFactory.getLogger(SessionWatch.class);

    /** Each asks the database, which those who write need more. */
    private static final int AT_ONCE = 2;

    private final transient OpenSessions sessions;
    private final transient Executor executor;
    private final transient Set<VaadinSession> open = ConcurrentHashMap.newKeySet();
    private final transient Set<VaadinSession> waiting = ConcurrentHashMap.newKeySet();

    @Autowired
    SessionWatch(OpenSessions sessions) {
        this(
                sessions,
                Executors.newFixedThreadPool(
                        AT_ONCE, Thread.ofVirtual().name("sessions-", 0).factory()));
    }

    /** @param executor waits for sessions that are busy, which whoever writes must not */
    SessionWatch(OpenSessions sessions, Executor executor) {
        this.sessions = sessions;
        this.executor = executor;
    }

    @Override
    public void serviceInit(ServiceInitEvent service) {
        service.getSource().addSessionInitListener(started -> watch(started.getSession()));
        service.getSource().addSessionDestroyListener(ended -> open.remove(ended.getSession()));
    }

    void watch(VaadinSession session) {
        open.add(session);
    }

    @EventListener
    public void onStateReplaced(StateReplaced replaced) {
        look();
    }

    @Scheduled(fixedDelay = 60_000)
    void look() {
        open.forEach(session -> {
            if (waiting.add(session)) {
                executor.execute(() -> {
                    waiting.remove(session);
                    look(session);
                });
            }
        });
    }

    private void look(VaadinSession session) {
        try {
            endUnlessGood(session);
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("A session is looked at again in a minute: {}", e.getMessage());
        }
    }

    /** Looks with the session locked: whoever changes their own password in it has it renewed before that lock is free. */
    private void endUnlessGood(VaadinSession session) {
        AtomicBoolean over = new AtomicBoolean();
        session.accessSynchronously(() -> {
            if (!sessions.isStillGood(authentication(session.getSession()))) {
                over.set(true);
                session.getUIs().forEach(page -> page.getPage().setLocation(SignIn.PAGE));
            }
        });
        if (over.get()) {
            // The pages have been sent away by now.
            session.accessSynchronously(session::close);
            WrappedSession inside = session.getSession();
            if (inside != null) {
                inside.invalidate();
            }
        }
    }

    private static @Nullable Authentication authentication(@Nullable WrappedSession session) {
        return session != null
                        && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                                instanceof SecurityContext context
                ? context.getAuthentication()
                : null;
    }
}

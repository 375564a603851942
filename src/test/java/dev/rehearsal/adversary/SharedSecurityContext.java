package dev.rehearsal.adversary;

import java.util.List;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * Knows who calls, for several applications in one process: each makes a holder of its own the only one of the process
 * when it starts, and its filters go on looking into that. A thread serves one of them, so what is told to all is heard
 * by the right one.
 */
record SharedSecurityContext(List<SecurityContextHolderStrategy> all) implements SecurityContextHolderStrategy {

    /** Takes the place of the holder of the application that was started last. */
    static void between(List<SecurityContextHolderStrategy> all) {
        SecurityContextHolder.setContextHolderStrategy(new SharedSecurityContext(List.copyOf(all)));
    }

    @Override
    public void clearContext() {
        all.forEach(SecurityContextHolderStrategy::clearContext);
    }

    @Override
    public SecurityContext getContext() {
        return all.stream()
                .map(SecurityContextHolderStrategy::getContext)
                .filter(context -> context.getAuthentication() != null)
                .findFirst()
                .orElseGet(() -> all.getLast().getContext());
    }

    @Override
    public void setContext(SecurityContext context) {
        all.forEach(one -> one.setContext(context));
    }

    @Override
    public SecurityContext createEmptyContext() {
        return all.getLast().createEmptyContext();
    }
}

package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.ledger.Page;

/** Links between the pages of a list that is newest first and too long for one page, with where one is. */
public class PageLinks extends Nav {

    private static final Messages MESSAGES = Messages.beside(PageLinks.class);

    private final int size;

    /** Makes a way to a page. */
    @FunctionalInterface
    public interface Way {

        RouterLink to(String text, int page);
    }

    /** @param size how many items a page has */
    public PageLinks(int size) {
        this.size = size;
        addClassName("page-links");
        getElement().setAttribute("aria-label", MESSAGES.get("pages"));
    }

    /** Says how long a list is, or that it is longer than anybody counts. */
    public static String length(Page<?> page) {
        return MESSAGES.get(page.countsOn() ? "pages.more-than" : "pages.all", page.count());
    }

    /**
     * @param page from 1
     * @param shown its items
     */
    public void show(int page, Page<?> shown, Way way) {
        removeAll();
        if (shown.items().isEmpty()) {
            return;
        }
        long first = (page - 1L) * size + 1;
        long last = first + shown.items().size() - 1;
        Span where = new Span(MESSAGES.get("pages.where", first, last, length(shown)));
        where.getElement().setAttribute("role", "status");
        add(where);
        if (page > 1) {
            add(way.to(MESSAGES.get("pages.newer"), page - 1));
        }
        if (last < shown.count() || shown.countsOn()) {
            add(way.to(MESSAGES.get("pages.older"), page + 1));
        }
    }
}

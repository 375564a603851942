package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.QueryParameters;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;

/** The frame around every view: the menu at the side, which is a drawer where the window is narrow. */
@PermitAll
@JavaScript("context://keys.js")
@JavaScript("context://server-away.js")
public class MainLayout extends AppLayout implements AfterNavigationObserver {

    private static final Messages MESSAGES = Messages.beside(MainLayout.class);

    /** What is live, and beside it what is rehearsed. */
    private static final String MARK = """
            <span class="brand-mark" aria-hidden="true"><svg viewBox="0 0 24 24">
              <circle cx="9.5" cy="12" r="6.5"></circle>
              <circle class="rehearsed" cx="14.5" cy="12" r="6.5"></circle>
            </svg></span>""";

    private final List<Runnable> counts = new ArrayList<>();
    private final WrongAddress wrongAddress = new WrongAddress();

    public MainLayout(
            List<MenuEntry> entries,
            List<HeaderAction> actions,
            AboutNode node,
            Viewer viewer,
            List<FrameNotice> notices,
            OpenScreens openScreens) {
        setPrimarySection(Section.DRAWER);
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(MESSAGES.get("menu.toggle"));
        addToNavbar(toggle, brand());
        addToDrawer(brand());
        actions.forEach(this::addAction);
        for (MenuGroup group : MenuGroup.values()) {
            addToDrawer(menu(group, entries));
        }
        addToDrawer(viewer(viewer, node));
        getElement().setAttribute("data-away", MESSAGES.get("away"));
        getElement().addEventListener("rehearsal-keys", pressed -> new KeysBox().open());
        Div told = new Div();
        told.addClassName("frame-notices");
        getElement().appendChild(told.getElement(), wrongAddress.getElement());
        tell(told, notices);
        openScreens.keepCurrent(this, () -> {
            counts.forEach(Runnable::run);
            tell(told, notices);
        });
    }

    @Override
    public void afterNavigation(AfterNavigationEvent arrived) {
        HasElement shown = arrived.getActiveChain().getFirst();
        wrongAddress.show(
                shown instanceof Addressed screen ? screen.parameters() : AddressParameters.NONE,
                shown instanceof HasErrorParameter<?>
                        ? QueryParameters.empty()
                        : arrived.getLocation().getQueryParameters());
    }

    /** Above whichever screen it is. */
    private static void tell(Div told, List<FrameNotice> notices) {
        told.removeAll();
        notices.forEach(notice -> told.add(notice.current()));
        told.setVisible(told.getComponentCount() > 0);
    }

    private static Anchor brand() {
        Anchor brand = new Anchor(".", new Html(MARK), new Span(MESSAGES.get("brand")));
        brand.addClassName("brand");
        return brand;
    }

    private SideNav menu(MenuGroup group, List<MenuEntry> entries) {
        SideNav menu = new SideNav();
        if (group == MenuGroup.FIRST) {
            menu.getElement().setAttribute("aria-label", MESSAGES.get("menu"));
        } else {
            menu.setLabel(MESSAGES.get("menu." + group.name().toLowerCase(Locale.ROOT)));
        }
        entries.stream()
                .filter(entry -> entry.group() == group)
                .sorted(Comparator.comparingInt(MenuEntry::order))
                .map(this::item)
                .forEach(menu::addItem);
        return menu;
    }

    private SideNavItem item(MenuEntry entry) {
        SideNavItem item = new SideNavItem(entry.title(), entry.path());
        item.setPrefixComponent(entry.icon().draw());
        item.setMatchNested(entry.matchesNested());
        if (entry.count() != null) {
            count(item, entry.count().forViewer());
        }
        return item;
    }

    /** A button in the bar and one above the menu, of which the window's width shows one; and the key. */
    private void addAction(HeaderAction action) {
        Runnable run = action.forViewer().get();
        addToNavbar(button(action, run));
        addToDrawer(button(action, run));
        Shortcuts.addShortcutListener(this, run::run, action.key(), KeyModifier.CONTROL);
        Shortcuts.addShortcutListener(this, run::run, action.key(), KeyModifier.META);
    }

    private static Button button(HeaderAction action, Runnable run) {
        Span key = new Span(action.keyName());
        key.addClassName("key");
        Button button = new Button(action.title(), key, click -> run.run());
        button.setIconAfterText(true);
        button.addClassName("header-action");
        return button;
    }

    private static Div viewer(Viewer viewer, AboutNode node) {
        Span name = new Span(viewer.name());
        name.getElement().setAttribute("title", MESSAGES.get("viewer", viewer.name()));
        Button signOut = new Button(MESSAGES.get("viewer.sign-out"), click -> viewer.signOut());
        Button about = new Button(MESSAGES.get("about"), click -> new AboutBox(node).open());
        about.addThemeNames("tertiary", "small");
        Div shown = new Div(name, signOut, about);
        shown.addClassName("viewer");
        return shown;
    }

    private void count(SideNavItem item, IntSupplier waiting) {
        Span badge = new Span();
        badge.addClassName("menu-count");
        item.setSuffixComponent(badge);
        Runnable refresh = () -> {
            int now = waiting.getAsInt();
            badge.setText(Messages.number(now));
            badge.setVisible(now > 0);
        };
        refresh.run();
        counts.add(refresh);
    }
}

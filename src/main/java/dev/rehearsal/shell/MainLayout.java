package dev.rehearsal.shell;

import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Comparator;
import java.util.List;

/** The frame around every view: the menu at the side, which is a drawer where the window is narrow. */
@AnonymousAllowed
public class MainLayout extends AppLayout {

    public MainLayout(List<MenuEntry> entries) {
        setPrimarySection(Section.DRAWER);
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel("Menu");
        addToNavbar(toggle, brand());
        addToDrawer(brand(), menu(entries));
    }

    private static Anchor brand() {
        Span sign = new Span("◐");
        sign.getElement().setAttribute("aria-hidden", "true");
        Anchor brand = new Anchor(".", sign, new Span("Rehearsal"));
        brand.addClassName("brand");
        return brand;
    }

    private static SideNav menu(List<MenuEntry> entries) {
        SideNav menu = new SideNav();
        menu.getElement().setAttribute("aria-label", "Main");
        entries.stream()
                .sorted(Comparator.comparingInt(MenuEntry::order))
                .map(MainLayout::item)
                .forEach(menu::addItem);
        return menu;
    }

    private static SideNavItem item(MenuEntry entry) {
        SideNavItem item = new SideNavItem(entry.title(), entry.path());
        item.setMatchNested(entry.matchesNested());
        return item;
    }
}

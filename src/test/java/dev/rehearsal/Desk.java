package dev.rehearsal;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockService;
import com.github.mvysny.kaributesting.v10.mock.MockVaadinServlet;
import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletService;
import dev.rehearsal.ledger.Actor;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.ClassUtils;

/** Somebody at the screens of a running database, without a browser. One at a time, in one thread. */
public final class Desk implements AfterEachCallback {

    /** All screens that there are: any may link to any other. */
    public static final Routes SCREENS = new Routes(screens(), Set.of(), true);

    private final TestDatabase database;

    public Desk(TestDatabase database) {
        this.database = database;
    }

    /** Views are known to nobody by class, so they are looked for. */
    private static Set<Class<? extends Component>> screens() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        return scan.findCandidateComponents("dev.rehearsal").stream()
                .<Class<? extends Component>>map(
                        found -> ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null)
                                .asSubclass(Component.class))
                .collect(Collectors.toSet());
    }

    /** Opens a page as this person. */
    public Desk open(String person, String location) {
        Actor actor = new Actor(person);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(actor, null, List.of()));
        MockVaadin.setup(MockedUI::new, new Servlet(database));
        return visit(location);
    }

    /** Goes to another page in the same window. */
    public Desk visit(String location) {
        Location parsed = new Location(location);
        UI.getCurrent().navigate(parsed.getPath(), parsed.getQueryParameters());
        return this;
    }

    /** What others have written meanwhile arrives. */
    public void roundTrip() {
        MockVaadin.clientRoundtrip(false);
    }

    public String heading() {
        return textOf(LocatorJ._get(H1.class));
    }

    /** Everything that the view says. */
    public String text() {
        return textOf(view());
    }

    public Component view() {
        return (Component)
                UI.getCurrent().getInternals().getActiveRouterTargetsChain().getFirst();
    }

    /** What is visible of a component, with a space between its parts. */
    public static String textOf(Component component) {
        StringBuilder text = new StringBuilder();
        append(component.getElement(), text);
        return text.toString().replaceAll("\\s+", " ").strip();
    }

    private static void append(Element element, StringBuilder text) {
        if (element.isTextNode()) {
            text.append(' ').append(element.getText());
        } else if (element.isVisible()) {
            element.getChildren().forEach(child -> append(child, text));
        }
    }

    /** What the one open dialog says. */
    public String dialog() {
        Dialog dialog = LocatorJ._get(Dialog.class);
        return (dialog.getHeaderTitle() + " " + textOf(dialog)).strip();
    }

    public boolean asksNothing() {
        return LocatorJ._find(Dialog.class).isEmpty();
    }

    public List<String> notifications() {
        return LocatorJ._find(Notification.class).stream()
                .map(notification -> notification.getElement().getProperty("text", "") + textOf(notification))
                .toList();
    }

    public void press(String label) {
        LocatorJ._click(button(label));
        roundTrip();
    }

    public Button button(String label) {
        return LocatorJ._get(Button.class, spec -> spec.withText(label));
    }

    public boolean hasButton(String label) {
        return !LocatorJ._find(Button.class, spec -> spec.withText(label)).isEmpty();
    }

    /** Follows the link whose text begins like this. */
    public void follow(String text) {
        RouterLink link = LocatorJ._find(RouterLink.class).stream()
                .filter(candidate -> textOf(candidate).startsWith(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no link " + text));
        com.github.mvysny.kaributesting.v10.RouterLinkKt._click(link);
        roundTrip();
    }

    /** As if somebody typed or chose it. */
    public <C extends AbstractField<C, V>, V> void enter(C field, V value) {
        field.setValue(value);
        LocatorJ._fireValueChange(field, true);
        roundTrip();
    }

    /** The path and query that the address bar shows. */
    public String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        MockVaadin.tearDown();
        SecurityContextHolder.clearContext();
    }

    private static final class Servlet extends MockVaadinServlet {

        private final transient TestDatabase database;

        Servlet(TestDatabase database) {
            super(SCREENS, MockedUI::new);
            this.database = database;
        }

        @Override
        protected VaadinServletService createServletService(DeploymentConfiguration configuration)
                throws ServiceException {
            VaadinServletService service = new MockService(this, configuration, MockedUI::new) {
                @Override
                public Instantiator getInstantiator() {
                    return new Wired(this, database);
                }
            };
            service.init();
            getRoutes().register(service.getContext());
            return service;
        }
    }

    /** Makes our own components as Spring would. */
    private static final class Wired extends DefaultInstantiator {

        private final transient TestDatabase database;

        Wired(VaadinService service, TestDatabase database) {
            super(service);
            this.database = database;
        }

        @Override
        public <T> T getOrCreate(Class<T> type) {
            boolean own = type.getPackageName().startsWith("dev.rehearsal") && Component.class.isAssignableFrom(type);
            return own ? database.make(type) : super.getOrCreate(type);
        }
    }
}

package dev.rehearsal.ui.frame;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.RouterLinkKt;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockService;
import com.github.mvysny.kaributesting.v10.mock.MockVaadinServlet;
import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletService;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.ledger.Actor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.ClassUtils;

/**
 * What somebody who is signed in sees and does, over the services and stores of a database, without a browser. One at a
 * time, in one thread; what is written shows at once.
 */
public final class Page implements AfterEachCallback {

    private static final Routes ROUTES = new Routes(views(), Set.of(), true);
    private static final Set<String> LOOKS = Set.of("row", "tone", "symbol", "everyday", "picking");

    private final TestDatabase database;

    public Page(TestDatabase database) {
        this.database = database;
    }

    /** All of the product, which are known to nobody by class. */
    public static Set<Class<? extends Component>> views() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        return scan.findCandidateComponents("dev.rehearsal").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .map(found -> found.<Component>asSubclass(Component.class))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Opens the page of somebody at this address. */
    public Page open(Actor person, String location) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(person, "", List.of()));
        MockVaadin.setup(MockedUI::new, new Servlet());
        Location parsed = new Location(location);
        UI.getCurrent().navigate(parsed.getPath(), parsed.getQueryParameters());
        return this;
    }

    /** As if somebody typed, ticked or chose it. */
    public <C extends AbstractField<C, V>, V> void enter(C field, V value) {
        field.setValue(value);
        LocatorJ._fireValueChange(field, true);
    }

    public void click(String button) {
        LocatorJ._click(button(button));
    }

    public Button button(String text) {
        return LocatorJ._get(Button.class, wanted -> wanted.withText(text));
    }

    public void follow(String linkText) {
        RouterLinkKt._click(LocatorJ._find(RouterLink.class).stream()
                .filter(link -> textOf(link).startsWith(linkText))
                .findFirst()
                .orElseThrow());
    }

    /** Answers the question that is asked, after a look at it. */
    public String confirm() {
        ConfirmDialog question = LocatorJ._get(ConfirmDialog.class);
        String asked = String.valueOf(ConfirmDialogKt.getText(question));
        ConfirmDialogKt._fireConfirm(question);
        return asked;
    }

    public void cancel() {
        ConfirmDialogKt._fireCancel(LocatorJ._get(ConfirmDialog.class));
    }

    public boolean isAsking() {
        return !LocatorJ._find(ConfirmDialog.class).isEmpty();
    }

    /** What another person does meanwhile reaches this page. */
    public void meanwhile(Runnable write) {
        write.run();
        MockVaadin.clientRoundtrip(false);
    }

    /** Everything that the view says, but for the rows of grids. */
    public String text() {
        return textOf((Component)
                UI.getCurrent().getInternals().getActiveRouterTargetsChain().getFirst());
    }

    public static String textOf(Component component) {
        StringBuilder said = new StringBuilder();
        addText(component.getElement(), said);
        return said.toString().replaceAll("\\s+", " ").strip();
    }

    /** What is hidden says nothing. */
    private static void addText(Element element, StringBuilder said) {
        if (element.isTextNode()) {
            said.append(element.getText());
        } else if (element.isVisible()) {
            element.getChildren().forEach(child -> addText(child, said));
            said.append(' ');
        }
    }

    public String heading() {
        return textOf(LocatorJ._get(H1.class));
    }

    /** Where the page has been led to, with its query. */
    public String location() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    /** The rows that a grid shows, each as its cells say it; old and new values with an arrow between them. */
    public static <T> List<String> rows(Grid<T> grid) {
        return grid.getListDataView().getItems().map(row -> cells(grid, row)).toList();
    }

    private static <T> String cells(Grid<T> grid, T row) {
        List<String> said = new ArrayList<>();
        for (Grid.Column<T> column : grid.getColumns()) {
            Map<String, ValueProvider<T, ?>> properties = ((LitRenderer<T>) column.getRenderer()).getValueProviders();
            properties.entrySet().stream()
                    .filter(property -> !LOOKS.contains(property.getKey()))
                    .sorted(Map.Entry.comparingByKey())
                    .map(property -> said(property.getKey(), property.getValue().apply(row)))
                    .filter(text -> !text.isEmpty())
                    .forEach(said::add);
        }
        return String.join(" | ", said).replace('\u00a0', ' ');
    }

    private static String said(String property, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Boolean flag -> flag ? property : "";
            case OldAndNew(String was, String now, boolean changed)
            when changed -> (was == null ? "nothing" : was) + " → " + (now == null ? "nothing" : now);
            case OldAndNew told -> told.now() == null ? "" : told.now();
            case Collection<?> several ->
                several.stream().map(one -> said(property, one)).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    @Override
    public void afterEach(ExtensionContext test) {
        // What is still to be shown is shown to whoever is signed in.
        MockVaadin.tearDown();
        SecurityContextHolder.clearContext();
    }

    /** Makes views as Spring does, out of what the database has. */
    private final class Servlet extends MockVaadinServlet {

        Servlet() {
            super(ROUTES, MockedUI::new);
        }

        @Override
        protected VaadinServletService createServletService(DeploymentConfiguration configuration)
                throws ServiceException {
            VaadinServletService service = new MockService(this, configuration, MockedUI::new) {
                @Override
                public Instantiator getInstantiator() {
                    return new Views(this);
                }
            };
            service.init();
            getRoutes().register(service.getContext());
            return service;
        }
    }

    private final class Views extends DefaultInstantiator {

        Views(VaadinService service) {
            super(service);
        }

        @Override
        public <T> T getOrCreate(Class<T> type) {
            return Component.class.isAssignableFrom(type) && type.getName().startsWith("dev.rehearsal.")
                    ? database.make(type)
                    : super.getOrCreate(type);
        }
    }
}

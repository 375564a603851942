package dev.rehearsal.ui.frame;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockService;
import com.github.mvysny.kaributesting.v10.mock.MockVaadinServlet;
import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletService;
import dev.rehearsal.TestClock;
import dev.rehearsal.serve.NodeIdentity;
import dev.rehearsal.serve.NodeRole;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** A page without a browser, whose views are made as Spring would, out of what a test has. */
public final class ViewsByHand {

    /** What the frame says of the node that answers. */
    public static final AboutNode NODE = new AboutNode(
            new NodeIdentity("rehearsal", "1.2.3", null, "c0ffee"), NodeRole.ADMIN, "PostgreSQL 17.2", TestClock.START);

    private ViewsByHand() {}

    /** Opens the page; it shows nothing before the test goes somewhere. */
    @SafeVarargs
    public static void open(Map<Class<?>, Supplier<?>> made, Class<? extends Component>... views) {
        open(made, new Routes(Set.of(views), Set.of(), true));
    }

    /** Opens views that link to others. */
    public static void open(Map<Class<?>, Supplier<?>> made, Routes routes) {
        MockVaadin.setup(MockedUI::new, new Servlet(routes, made));
    }

    /** Makes views as Spring would, out of what the test has. */
    private static final class Servlet extends MockVaadinServlet {

        private final transient Map<Class<?>, Supplier<?>> made;

        Servlet(Routes routes, Map<Class<?>, Supplier<?>> made) {
            super(routes, MockedUI::new);
            this.made = made;
        }

        @Override
        protected VaadinServletService createServletService(DeploymentConfiguration configuration)
                throws ServiceException {
            VaadinServletService service = new MockService(this, configuration, MockedUI::new) {
                @Override
                public Instantiator getInstantiator() {
                    return new Views(this, made);
                }
            };
            service.init();
            getRoutes().register(service.getContext());
            return service;
        }
    }

    private static final class Views extends DefaultInstantiator {

        private final transient Map<Class<?>, Supplier<?>> made;

        Views(VaadinService service, Map<Class<?>, Supplier<?>> made) {
            super(service);
            this.made = made;
        }

        @Override
        public <T> T getOrCreate(Class<T> type) {
            Supplier<?> factory = made.get(type);
            return factory == null ? super.getOrCreate(type) : type.cast(factory.get());
        }
    }
}

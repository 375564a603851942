package dev.rehearsal.ui.people;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.DemoPeople;
import dev.rehearsal.access.FirstStart;
import dev.rehearsal.access.OidcOptions;
import dev.rehearsal.access.People;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.Recognised;
import dev.rehearsal.access.RequiredPermission;
import dev.rehearsal.access.SignIn;
import dev.rehearsal.access.SignIn.Refused;
import dev.rehearsal.ui.frame.Messages;
import java.net.URI;
import java.util.Locale;
import java.util.stream.Collectors;

/** The one screen that everybody sees. */
@Route(SignIn.PAGE)
@AnonymousAllowed
@StyleSheet("people.css")
class SignInView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final Messages MESSAGES = Messages.beside(SignInView.class);

    private static final int MOST_TO_ASK = 5;

    private final Paragraph refused = new Paragraph();
    private final People people;

    SignInView(DemoPeople demo, People people, FirstStart firstStart, OidcOptions issuer) {
        this.people = people;
        addClassName("sign-in");
        refused.addClassName("refused");
        refused.getElement().setAttribute("role", "alert");
        add(new H1(MESSAGES.get("sign-in.title")), refused);
        if (issuer.isOn()) {
            add(toIssuer(issuer));
        }
        if (!issuer.hasPasswords()) {
            return;
        }
        add(SignInForm.asking());
        if (firstStart.isOpen()) {
            add(new FirstStartSection(firstStart));
        }
        if (!demo.passwords().isEmpty()) {
            add(new DemoCast(demo, people.all()));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        QueryParameters query = entering.getLocation().getQueryParameters();
        String why = query.getSingleParameter(SignIn.REFUSED).orElse("").toUpperCase(Locale.ROOT);
        refused.setText(
                why.equals(Refused.STRANGER.name())
                        ? toStranger()
                        : sentence(why, query.getSingleParameter(SignIn.SECONDS).orElse("")));
        refused.setVisible(!refused.getText().isEmpty());
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("page", MESSAGES.get("sign-in"));
    }

    /** A plain link: the answer leads to another host. */
    private static Anchor toIssuer(OidcOptions issuer) {
        Anchor link = new Anchor(
                SignIn.ISSUER.substring(1),
                MESSAGES.get("sign-in.issuer", URI.create(issuer.issuer()).getHost()));
        link.setRouterIgnore(true);
        link.addClassName("issuer");
        return link;
    }

    /** Tells somebody whom the issuer sent, and whom nobody knows here, whom to ask and what to say. */
    private String toStranger() {
        WrappedSession session = VaadinSession.getCurrent() == null
                ? null
                : VaadinSession.getCurrent().getSession();
        if (session == null || !(session.getAttribute(SignIn.STRANGER) instanceof Recognised.Stranger stranger)) {
            return MESSAGES.get("refused.stranger.gone");
        }
        String administrators = people.all().stream()
                .filter(person -> person.may(RequiredPermission.onPeople(Action.CREATE)) && !person.automation())
                .map(Person::name)
                .limit(MOST_TO_ASK)
                .collect(Collectors.joining(", "));
        return MESSAGES.get(
                administrators.isEmpty() ? "refused.stranger.nobody" : "refused.stranger",
                stranger.name(),
                stranger.identity().subject(),
                administrators);
    }

    /** Whatever stands in the URL, only our own sentences and a number are shown. */
    private static String sentence(String why, String seconds) {
        return switch (why) {
            case "" -> "";
            case "TOO_MANY" ->
                seconds.matches("[0-9]{1,4}")
                        ? MESSAGES.get("refused.too-many", seconds)
                        : MESSAGES.get("refused.too-many.minute");
            case "STALE_FORM" -> MESSAGES.get("refused.stale-form");
            case "NO_PERMISSION" -> MESSAGES.get("refused.no-permission");
            case "PASSWORDS_OFF" -> MESSAGES.get("refused.passwords-off");
            case "ISSUER_AWAY" -> MESSAGES.get("refused.issuer-away");
            case "ISSUER_REFUSED" -> MESSAGES.get("refused.issuer");
            case "NO_NAME" -> MESSAGES.get("refused.no-name");
            case "OTHER_DOMAIN" -> MESSAGES.get("refused.other-domain");
            case "STEP_UP" -> MESSAGES.get("refused.step-up");
            default -> MESSAGES.get("refused.wrong");
        };
    }
}

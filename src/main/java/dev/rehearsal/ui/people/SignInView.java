package dev.rehearsal.ui.people;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.rehearsal.access.DemoPeople;
import dev.rehearsal.access.FirstStart;
import dev.rehearsal.access.People;
import dev.rehearsal.access.SignIn;
import dev.rehearsal.ui.frame.Messages;
import java.util.Locale;

/** The one screen that everybody sees. */
@Route(SignIn.PAGE)
@AnonymousAllowed
@StyleSheet("people.css")
class SignInView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final Messages MESSAGES = Messages.beside(SignInView.class);

    private final Paragraph refused = new Paragraph();

    SignInView(DemoPeople demo, People people, FirstStart firstStart) {
        addClassName("sign-in");
        refused.addClassName("refused");
        refused.getElement().setAttribute("role", "alert");
        add(new H1(MESSAGES.get("sign-in.title")), refused, SignInForm.asking());
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
        refused.setText(sentence(why, query.getSingleParameter(SignIn.SECONDS).orElse("")));
        refused.setVisible(!refused.getText().isEmpty());
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("page", MESSAGES.get("sign-in"));
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
            default -> MESSAGES.get("refused.wrong");
        };
    }
}

package dev.rehearsal.access.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.rehearsal.access.DemoPeople;
import dev.rehearsal.access.People;
import dev.rehearsal.access.SignIn;
import java.util.Locale;

/** The one screen that everybody sees. */
@Route(SignIn.PAGE)
@PageTitle("Sign in · Rehearsal")
@AnonymousAllowed
@StyleSheet("people.css")
class SignInView extends Main implements BeforeEnterObserver {

    private final Paragraph refused = new Paragraph();

    SignInView(DemoPeople demo, People people) {
        addClassName("sign-in");
        refused.addClassName("refused");
        refused.getElement().setAttribute("role", "alert");
        add(new H1("Rehearsal"), refused, SignInForm.asking());
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

    /** Whatever stands in the URL, only our own sentences and a number are shown. */
    private static String sentence(String why, String seconds) {
        return switch (why) {
            case "" -> "";
            case "TOO_MANY" ->
                seconds.matches("[0-9]{1,4}")
                        ? "Too many wrong passwords. Try again in " + seconds + " s."
                        : "Too many wrong passwords. Try again in a minute.";
            case "STALE_FORM" -> "This page was not of your session any more. Try again.";
            case "NO_PERMISSION" -> "You have no permission here yet: ask an administrator for one.";
            default -> "There is no such name with such a password.";
        };
    }
}

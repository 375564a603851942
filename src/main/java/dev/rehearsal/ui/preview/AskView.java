package dev.rehearsal.ui.preview;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rehearsal.blob.ContentNotKeptException;
import dev.rehearsal.history.PastStates;
import dev.rehearsal.insight.preview.AnswersEverywhere;
import dev.rehearsal.insight.preview.Questions;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Addressed;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.frame.TimeField;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.AskAddress;
import dev.rehearsal.ui.links.AskNavigation;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A screen that shows what a client gets live and on every test channel, now or at any time, side by side. */
@Route(value = "ask", layout = MainLayout.class)
@PermitAll
@StyleSheet("panels.css")
@StyleSheet("preview.css")
class AskView extends Main implements Addressed, BeforeEnterObserver, HasDynamicTitle {

    private static final Messages MESSAGES = Messages.beside(AskView.class);

    private final Questions questions;
    private final PastStates past;
    private final TextField url = new TextField(MESSAGES.get("ask.url"));
    private final TimeField time = new TimeField(MESSAGES.get("everywhere.at"), at -> open(this.address.at(at)));
    private final Button now =
            new Button(MESSAGES.get("everywhere.now"), click -> open(this.address.at((Instant) null)));
    private final Div reply = new Div();
    private AskAddress address = new AskAddress("", null);
    private @Nullable Object shown;

    AskView(Questions questions, PastStates past, OpenScreens openScreens) {
        this.questions = questions;
        this.past = past;
        url.setPlaceholder(MESSAGES.get("ask.url.form"));
        url.setClearButtonVisible(true);
        url.addClassName("asked-url");
        Button ask = new Button(
                MESSAGES.get("ask"), click -> open(address.asking(url.getValue().strip())));
        ask.addThemeName("primary");
        ask.addClickShortcut(Key.ENTER).listenOn(url);
        Div question = new Div(url, ask);
        question.addClassName("question");
        Div when = new Div(time, now);
        when.addClassName("when");
        reply.addClassName("reply");
        Header header = new Header(new H1(MESSAGES.get("everywhere.title")));
        header.addClassName("screen-header");
        addClassNames("ask", "ask-everywhere");
        add(header, question, when, reply);
        openScreens.keepCurrent(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        address = AskAddress.of(entering.getLocation().getQueryParameters());
        url.setValue(address.url());
        time.show(address.at());
        now.setVisible(address.at() != null);
        refresh();
    }

    @Override
    public AddressParameters parameters() {
        return AskAddress.PARAMETERS;
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("page", MESSAGES.get("everywhere.title"));
    }

    /** What is read stays unfolded as long as the answers stay the same. */
    private void refresh() {
        Object next = answers();
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        reply.removeAll();
        if (next instanceof AnswersEverywhere answers) {
            reply.add(new AnswersSideBySide(answers, address));
        } else if (address.url().isEmpty()) {
            reply.add(new Paragraph(String.valueOf(next)));
        } else {
            Div refused = new Div(
                    new Chip(Tone.BAD, "!", MESSAGES.get("ask.not-asked")), new Paragraph(String.valueOf(next)));
            refused.addClassName("not-asked");
            reply.add(refused);
        }
    }

    /** Returns the answers, or a sentence that says why there are none. */
    private Object answers() {
        if (address.url().isEmpty()) {
            return MESSAGES.get("everywhere.unasked");
        }
        try {
            Instant at = address.at();
            return questions.everywhere(at == null ? null : past.at(at), address.url());
        } catch (RefusedException refused) {
            return refused.problems().getFirst().sentence();
        } catch (ContentNotKeptException pruned) {
            return MESSAGES.get("everywhere.pruned");
        }
    }

    private void open(AskAddress next) {
        if (!Objects.equals(next, address)) {
            AskNavigation.open(getUI().orElseThrow(), next);
        }
    }
}

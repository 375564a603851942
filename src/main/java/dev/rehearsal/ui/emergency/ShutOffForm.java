package dev.rehearsal.ui.emergency;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.DisabledReasonButton;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenChoice;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** A form that asks what shall be shut off, and why. */
class ShutOffForm extends Card {

    private static final Messages MESSAGES = Messages.beside(ShutOffForm.class);

    private static final int LONGEST_REASON = 500;

    /** Hears what somebody wants to shut off; nothing of it is empty. */
    interface Listener {
        void onShutOff(String product, String channel, String reason);
    }

    private final OpenChoice product = choice(MESSAGES.get("product"));
    private final OpenChoice channel = choice(MESSAGES.get("channel"));
    private final TextField reason = new TextField(MESSAGES.get("reason"));
    private final DisabledReasonButton shutOff;
    private final Listener listener;
    private List<String> products = List.of();
    private List<String> channels = List.of();

    ShutOffForm(Listener listener) {
        super(MESSAGES.get("shut-off.title"));
        this.listener = listener;
        Button button = new Button(MESSAGES.get("shut-off.open"), click -> submit());
        button.addThemeNames("primary", "error");
        shutOff = new DisabledReasonButton(button);
        reason.setMaxLength(LONGEST_REASON);
        reason.setManualValidation(true);
        reason.addClassName("reason-field");
        reason.addKeyPressListener(Key.ENTER, pressed -> submit());
        Div fields = new Div(product, channel, reason);
        fields.addClassName("fields");
        addClassName("shut-off-form");
        show(new Paragraph(MESSAGES.get("shut-off.explained")), fields, shutOff);
    }

    private static OpenChoice choice(String label) {
        OpenChoice choice = new OpenChoice(label);
        choice.setClearButtonVisible(true);
        return choice;
    }

    void offer(SortedSet<String> offeredProducts, SortedSet<String> offeredChannels) {
        products = offer(product, products, offeredProducts);
        channels = offer(channel, channels, offeredChannels);
    }

    /** What is chosen stays chosen. */
    private static List<String> offer(OpenChoice choice, List<String> known, SortedSet<String> offered) {
        List<String> next = List.copyOf(offered);
        if (!next.equals(known)) {
            choice.offer(next);
        }
        return next;
    }

    /** @param whyNot null if the signed-in user may shut something off */
    void allow(@Nullable String whyNot) {
        shutOff.allow(whyNot);
    }

    void prefill(String chosenProduct, String chosenChannel) {
        product.choose(chosenProduct);
        channel.choose(chosenChannel);
    }

    void empty() {
        product.clear();
        channel.clear();
        reason.clear();
    }

    private void submit() {
        String of = product.text().strip();
        String on = channel.text().strip();
        String why = reason.getValue().strip();
        product.setInvalid(of.isEmpty());
        product.setErrorMessage(MESSAGES.get("product.missing"));
        channel.setInvalid(on.isEmpty());
        channel.setErrorMessage(MESSAGES.get("channel.missing"));
        reason.setInvalid(why.isEmpty());
        reason.setErrorMessage(MESSAGES.get("reason.missing"));
        if (!of.isEmpty() && !on.isEmpty() && !why.isEmpty()) {
            listener.onShutOff(of, on, why);
        }
    }
}

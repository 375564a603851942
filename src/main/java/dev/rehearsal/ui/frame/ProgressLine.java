package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;

/**
 * A line that shows how far work in the background is. The signed-in user may stop it, and let it go on; without work
 * there is nothing to see.
 */
public final class ProgressLine extends Div {

    private static final Messages MESSAGES = Messages.beside(ProgressLine.class);

    private final ProgressBar bar = new ProgressBar();
    private final Span said = new Span();
    private final Button stop;
    private final Button goOn;

    /** @param what is being done, such as {@code Asking} */
    public ProgressLine(String what, Runnable onStop, Runnable onGoOn) {
        stop = new Button(MESSAGES.get("work.stop"), click -> {
            show(false);
            onStop.run();
        });
        goOn = new Button(MESSAGES.get("work.go-on"), click -> {
            begin();
            onGoOn.run();
        });
        stop.addThemeNames("small");
        goOn.addThemeNames("small");
        bar.getElement().setAttribute("aria-label", what);
        said.getElement().setAttribute("role", "status");
        addClassName("progress");
        add(bar, said, stop, goOn);
        end();
    }

    /** It has begun, and nobody knows yet how much there is to do. */
    public void begin() {
        bar.setIndeterminate(true);
        show(true);
    }

    public void made(int done, int all) {
        bar.setIndeterminate(false);
        bar.setMax(Math.max(1, all));
        bar.setValue(Math.min(done, all));
        show(true);
    }

    /** It is done, or of no use any more. */
    public void end() {
        setVisible(false);
    }

    private void show(boolean working) {
        setVisible(true);
        bar.setVisible(working);
        stop.setVisible(working);
        goOn.setVisible(!working);
        said.setText(working ? "" : MESSAGES.get("work.stopped"));
    }
}

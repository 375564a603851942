package dev.rehearsal.ui.changeset;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.blob.BlobParts;
import dev.rehearsal.insight.review.Difference;
import dev.rehearsal.insight.review.Difference.Part;
import dev.rehearsal.insight.review.PartTexts;
import dev.rehearsal.ui.frame.Messages;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The parts of a release that differ; the content of each is compared when somebody unfolds it. */
public class PartList extends Div {

    private static final Messages MESSAGES = Messages.beside(PartList.class);

    private static final int AT_ONCE = 8;
    private static final int MOST_LINES = 2_000;

    private final Function<Part, List<PartTexts.Line>> comparing;

    PartList(Difference difference, PartTexts texts) {
        this(difference.parts(), texts);
    }

    public PartList(List<Part> parts, PartTexts texts) {
        this(parts, part -> texts.compare(part.was(), part.becomes()));
    }

    /** @param comparing asked for the lines of a part when somebody unfolds it */
    public PartList(List<Part> parts, Function<Part, List<PartTexts.Line>> comparing) {
        this.comparing = comparing;
        addClassName("parts");
        parts.stream().limit(AT_ONCE).forEach(part -> add(part(part)));
        if (parts.size() > AT_ONCE) {
            List<Part> rest = parts.subList(AT_ONCE, parts.size());
            add(unfolding(new Span(MESSAGES.get("parts.more", rest.size())), () -> {
                Div content = new Div();
                rest.forEach(part -> content.add(part(part)));
                return content;
            }));
        }
    }

    private Component part(Part part) {
        return unfolding(
                new Span(new Span(sign(part)), new Span(name(part.path()))), () -> text(comparing.apply(part)));
    }

    private static String sign(Part part) {
        return part.was() == null ? "+ " : part.becomes() == null ? "− " : "✎ ";
    }

    private static String name(String path) {
        return path.equals(BlobParts.BASE_PATH) ? MESSAGES.get("parts.base") : path.substring(1);
    }

    private static Component unfolding(Component summary, Supplier<Component> content) {
        NativeDetails details = new NativeDetails(summary);
        details.addToggleListener(toggled -> {
            if (toggled.isOpened() && details.getContent() == null) {
                details.setContent(content.get());
            }
        });
        return details;
    }

    private static Component text(List<PartTexts.Line> lines) {
        Pre text = new Pre();
        lines.stream().limit(MOST_LINES).map(PartList::line).forEach(text::add);
        if (lines.size() > MOST_LINES) {
            text.add(new Span(MESSAGES.get("parts.lines", lines.size() - MOST_LINES)));
        }
        return text;
    }

    private static Component line(PartTexts.Line line) {
        return switch (line.place()) {
            case BOTH -> shown(new Span(), "  ", line.text());
            case WAS -> shown(new HtmlContainer("del"), "− ", line.text());
            case BECOMES -> shown(new HtmlContainer("ins"), "+ ", line.text());
            case LEFT_OUT -> {
                Span leftOut = shown(new Span(), "  … ", line.text());
                leftOut.addClassName("left-out");
                yield leftOut;
            }
        };
    }

    private static <C extends HtmlContainer> C shown(C line, String sign, String text) {
        line.setText(sign + text + "\n");
        return line;
    }
}

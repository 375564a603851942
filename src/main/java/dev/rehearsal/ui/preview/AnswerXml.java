package dev.rehearsal.ui.preview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;

/** Shows two answers as one text: lines only in the old one are struck, lines only in the new one stand out. */
class AnswerXml extends NativeDetails {

    AnswerXml(String title, String old, String current) {
        super(title);
        Pre text = new Pre();
        LineDifference.between(XmlLines.of(old), XmlLines.of(current)).lines().stream()
                .map(AnswerXml::line)
                .forEach(text::add);
        setContent(text);
        addClassName("answer-xml");
    }

    private static Component line(LineDifference.Line line) {
        return switch (line.place()) {
            case BOTH -> shown(new Span(), "  ", line.text());
            case OLD -> shown(new HtmlContainer("del"), "− ", line.text());
            case NEW -> shown(new HtmlContainer("ins"), "+ ", line.text());
        };
    }

    private static Component shown(HtmlContainer line, String sign, String text) {
        line.setText(sign + text + "\n");
        return line;
    }
}

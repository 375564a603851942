package dev.rehearsal.ui.releases;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.dom.ElementFactory;
import dev.rehearsal.blob.BlobParts;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.insight.review.PartTexts;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.ReleaseAddress;
import dev.rehearsal.ui.links.ReleaseNavigation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/** A blob as text, one part at a time, and a search through all of them. */
class BlobText extends Div {

    private static final Messages MESSAGES = Messages.beside(BlobText.class);

    private static final int MOST_LINES = 5_000;
    private static final int MOST_HITS = 100;

    private final PartTexts texts;
    private final ComboBox<String> part = new ComboBox<>(MESSAGES.get("text.part"));
    private final TextField find = new TextField(MESSAGES.get("text.find"));
    private final Div hits = new Div();
    private final Div text = new Div();

    /**
     * @param onPart hears the path of the part that somebody chose
     * @param onFind hears what somebody searches for
     */
    BlobText(PartTexts texts, Consumer<String> onPart, Consumer<String> onFind) {
        this.texts = texts;
        part.setItemLabelGenerator(BlobText::name);
        part.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                onPart.accept(change.getValue());
            }
        });
        find.setClearButtonVisible(true);
        find.setValueChangeMode(ValueChangeMode.LAZY);
        find.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                onFind.accept(change.getValue().strip());
            }
        });
        Div bar = new Div(part, find);
        bar.addClassName("bar");
        hits.addClassName("hits");
        hits.getElement().setAttribute("role", "status");
        addClassNames("card", "blob-text");
        add(bar, hits, text);
    }

    /** Returns text such as {@code de · WINNT_x86_64-msvc}. */
    static String name(String path) {
        if (path.equals(BlobParts.BASE_PATH)) {
            return MESSAGES.get("part.base");
        }
        String[] steps = path.split("\\.", -1);
        return steps.length < 5 ? path : steps[4] + " · " + steps[2];
    }

    void show(ReleaseName release, ContentHash content, Manifest manifest, ReleaseAddress address) {
        part.setItems(List.copyOf(manifest.parts().keySet()));
        part.setValue(manifest.parts().containsKey(address.part()) ? address.part() : null);
        if (!find.getValue().strip().equals(address.find())) {
            find.setValue(address.find());
        }
        showHits(release, content, address);
        ContentHash shown = manifest.parts().get(address.part());
        text.removeAll();
        text.add(
                shown == null
                        ? new EmptyState(
                                MESSAGES.get("text.no-part", address.part()),
                                ReleaseNavigation.linkTo(
                                        MESSAGES.get("part.base"), release, address.at(BlobParts.BASE_PATH)))
                        : text(texts.lines(shown), address.find()));
    }

    private void showHits(ReleaseName release, ContentHash content, ReleaseAddress address) {
        hits.removeAll();
        if (address.find().isEmpty()) {
            return;
        }
        PartTexts.Found found = texts.find(content, address.find(), MOST_HITS);
        if (found.allParts() > 0) {
            list(
                    "text.parts",
                    found.allParts(),
                    found.parts(),
                    path -> new ListItem(ReleaseNavigation.linkTo(name(path), release, address.at(path))));
        }
        list("text.hits", found.allLines(), found.lines(), hit -> {
            Span line = new Span(hit.text());
            line.addClassName("mono");
            String place = MESSAGES.get("text.hit", name(hit.path()), hit.line());
            return new ListItem(ReleaseNavigation.linkTo(place, release, address.at(hit.path())), new Text(" "), line);
        });
    }

    /** @param all how many there are, of which only the first may be told */
    private <T> void list(String counted, int all, List<T> first, Function<T, ListItem> item) {
        hits.add(
                new Paragraph(MESSAGES.get(counted, all)),
                new OrderedList(first.stream().map(item).toArray(ListItem[]::new)));
        if (all > first.size()) {
            hits.add(new Paragraph(MESSAGES.get("text.more-hits", all - first.size())));
        }
    }

    private static Pre text(List<String> lines, String find) {
        Pre shown = new Pre();
        List<Element> pieces = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        String wanted = find.toLowerCase(Locale.ROOT);
        for (String line : lines.subList(0, Math.min(lines.size(), MOST_LINES))) {
            if (!wanted.isEmpty() && line.toLowerCase(Locale.ROOT).contains(wanted)) {
                pieces.add(Element.createText(plain.toString()));
                plain.setLength(0);
                pieces.add(new Element("mark").setText(line));
                plain.append('\n');
            } else {
                plain.append(line).append('\n');
            }
        }
        pieces.add(Element.createText(plain.toString()));
        if (lines.size() > MOST_LINES) {
            pieces.add(ElementFactory.createSpan(MESSAGES.get("text.more-lines", lines.size() - MOST_LINES)));
        }
        shown.getElement().appendChild(pieces.toArray(Element[]::new));
        shown.getElement().setAttribute("tabindex", "0");
        shown.getElement().setAttribute("aria-label", MESSAGES.get("tab.text"));
        return shown;
    }
}

package dev.rehearsal.ui.rules;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.dataset.RuleSheet;
import dev.rehearsal.insight.preview.RuleTable;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.links.ManyRulesTask;
import dev.rehearsal.ui.links.PickedRules;
import dev.rehearsal.ui.links.RuleNavigation;
import dev.rehearsal.ui.proposal.ProposalSession;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A bar with what can be done with the rules that are picked; with none of them, those that are shown can be exported.
 */
class PickedRulesBar extends Div {

    private static final Messages MESSAGES = Messages.beside(PickedRulesBar.class);

    private static final String REASON_ID = "picked-rules-reason";

    private final ProposalSession proposal;
    private final Supplier<List<RuleRow>> picked;
    private final Supplier<List<RuleRow>> shown;
    private final Span count = new Span();
    private final Button edit = button(ManyRulesTask.EDIT);
    private final Button delete = button(ManyRulesTask.DELETE);
    private final Span reason = new Span();
    private final Span exported = new Span();

    /**
     * @param picked gives those that are picked, by id
     * @param shown gives those that are shown
     */
    PickedRulesBar(ProposalSession proposal, Supplier<List<RuleRow>> picked, Supplier<List<RuleRow>> shown) {
        this.proposal = proposal;
        this.picked = picked;
        this.shown = shown;
        addClassNames("bar", "picked-bar");
        count.getElement().setAttribute("role", "status");
        count.addClassName("counts");
        reason.setId(REASON_ID);
        reason.addClassName("reason");
        exported.addClassName("counts");
        add(
                count,
                edit,
                delete,
                reason,
                exported,
                download("csv", "text/csv", RuleSheet::csv),
                download("json", "application/json", RuleSheet::json));
    }

    private Button button(ManyRulesTask task) {
        Button button = new Button(MESSAGES.get("picked." + task.wireName()), click -> open(task));
        button.addThemeNames("small");
        return button;
    }

    private Anchor download(String format, String type, Function<RuleSheet, byte[]> file) {
        Anchor download = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] content = file.apply(sheet());
                    return new DownloadResponse(
                            new ByteArrayInputStream(content), "rules." + format, type, content.length);
                }),
                MESSAGES.get("export." + format));
        download.setAriaLabel(MESSAGES.get("export." + format + ".label"));
        return download;
    }

    /** What the queue adds is no rule yet that anybody is served by. */
    RuleSheet sheet() {
        List<RuleRow> rows = picked.get();
        return sheet(rows.isEmpty() ? shown.get() : rows);
    }

    private static RuleSheet sheet(List<RuleRow> rows) {
        return new RuleSheet(rows.stream()
                .filter(row -> row.row().fate() != RuleTable.Fate.ADDED)
                .map(row -> row.row().current())
                .toList());
    }

    void show() {
        List<RuleRow> rows = picked.get();
        count.setText(MESSAGES.get("picked.count", rows.size()));
        count.setVisible(!rows.isEmpty());
        String whyNotEdit = whyNot(rows, Action.MODIFY);
        String whyNotDelete = whyNot(rows, Action.DELETE);
        edit.setEnabled(whyNotEdit == null);
        delete.setEnabled(whyNotDelete == null);
        String reasons = Stream.of(whyNotEdit, whyNotDelete)
                .filter(Objects::nonNull)
                .distinct()
                .map(Sentence::of)
                .collect(Collectors.joining(" "));
        reason.setText(reasons);
        reason.setVisible(!reasons.isEmpty());
        describe(edit, whyNotEdit);
        describe(delete, whyNotDelete);
        exported.setText(MESSAGES.get(
                rows.isEmpty() ? "export.shown" : "export.picked",
                sheet(rows.isEmpty() ? shown.get() : rows).rules().size()));
    }

    private static void describe(Button button, @Nullable String whyNot) {
        if (whyNot == null) {
            button.getElement().removeAttribute("aria-describedby");
        } else {
            button.getElement().setAttribute("aria-describedby", REASON_ID);
        }
    }

    private @Nullable String whyNot(List<RuleRow> rows, Action action) {
        if (rows.isEmpty()) {
            return MESSAGES.get("picked.none");
        }
        if (rows.size() > PickedRules.MOST) {
            return MESSAGES.get("picked.too-many", PickedRules.MOST);
        }
        TreeSet<String> products = new TreeSet<>();
        rows.stream()
                .map(row -> row.row().current().product())
                .filter(Objects::nonNull)
                .forEach(products::add);
        return proposal.whyNotAny(PermissionName.RULE, action, products);
    }

    private void open(ManyRulesTask task) {
        PickedRules rules =
                PickedRules.of(picked.get().stream().map(row -> row.rule().id()).toList());
        RuleNavigation.many(getUI().orElseThrow(), task, rules);
    }
}

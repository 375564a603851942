package dev.rehearsal.ui.rollouts;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import dev.rehearsal.enactment.rollout.ReachedShare;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Messages;
import java.util.List;
import java.util.Locale;

/** A card that shows what rates come to in time, since dice fall at each check. */
class ReachCard extends Card {

    private static final Messages MESSAGES = Messages.beside(ReachCard.class);
    private static final int DAYS_A_WEEK = 7;
    /** More would be rounded to all. */
    private static final double ALMOST_ALL = 99.9;

    ReachCard() {
        super(MESSAGES.get("reach"));
        addClassName("rollout-reach");
    }

    void show(List<Integer> percentages) {
        NativeTable table = new NativeTable();
        table.addClassName("plain-table");
        table.setCaptionText(MESSAGES.get("reach"));
        NativeTableRow head = table.getHead().addRow();
        for (String column : List.of("rate", "day", "week")) {
            head.addHeaderCell().setText(MESSAGES.get("reach." + column));
        }
        percentages.stream().distinct().sorted().forEach(percentage -> {
            NativeTableRow row = table.getBody().addRow();
            row.addHeaderCell().setText(MESSAGES.get("percent", percentage));
            row.addDataCell().setText(share(percentage, ReachedShare.CHECKS_A_DAY));
            row.addDataCell().setText(share(percentage, DAYS_A_WEEK * ReachedShare.CHECKS_A_DAY));
        });
        show(new Paragraph(MESSAGES.get("reach.why")), table);
    }

    private static String share(int percentage, int checks) {
        double share = 100 * ReachedShare.after(percentage, checks);
        return share > ALMOST_ALL && share < 100
                ? MESSAGES.get("reach.almost")
                : String.format(Locale.ROOT, "%.1f %%", share);
    }
}

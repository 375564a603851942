package dev.rehearsal.ui.channels;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.insight.preview.ChannelOverview.LiveChannel;
import dev.rehearsal.insight.preview.ChannelOverview.TestChannel;
import dev.rehearsal.insight.review.StateTestStatus;
import dev.rehearsal.insight.schedule.Agenda.Lane;
import dev.rehearsal.insight.warning.ChangeSetFinding;
import dev.rehearsal.insight.warning.ChannelFinding;
import dev.rehearsal.insight.warning.Finding;
import dev.rehearsal.staging.Scope;
import dev.rehearsal.ui.changeset.TestedChip;
import dev.rehearsal.ui.frame.AnswerFormatter;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.FindingChip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.ScopeFormatter;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.PreviewNavigation;
import dev.rehearsal.ui.preview.DifferencesFormatter;
import dev.rehearsal.ui.preview.FingerprintLabel;
import dev.rehearsal.ui.shares.RateInTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The test channels of a live channel: what each would give, how far it is tested, and what wants a look. */
class TestChannelList extends Div {

    private static final Messages MESSAGES = Messages.beside(TestChannelList.class);

    TestChannelList(Lane lane, ChannelTraffic traffic) {
        LiveChannel live = lane.channel();
        addClassName("tests-of");
        add(new UnorderedList(live.testChannels().stream()
                .map(test -> item(lane, test, traffic))
                .toArray(ListItem[]::new)));
        add(fingerprints(live));
    }

    private static ListItem item(Lane lane, TestChannel test, ChannelTraffic traffic) {
        LiveChannel live = lane.channel();
        Div head = new Div(PreviewNavigation.linkTo(test.channel(), live.product()));
        head.addClassName("test-name");
        if (test.table().showsLive()) {
            head.add(new Chip(Tone.GOOD, "=", MESSAGES.get("channels.shows", live.channel())));
        } else {
            StateTestStatus.Look tested = lane.shown().get(test.channel());
            if (tested != null) {
                head.add(TestedChip.of(tested));
            }
        }
        head.add(warnings(test));
        ListItem item = new ListItem(head);
        Div facts = new Div();
        facts.addClassName("facts");
        if (!test.table().showsLive()) {
            Map<String, ?> now = live.answers();
            test.answers().forEach((product, answer) -> {
                if (test.answers().size() == 1 && !answer.equals(now.get(product))) {
                    Span would = new Span(AnswerFormatter.said(answer));
                    would.addClassName("would");
                    would.getElement().setAttribute("title", RateInTime.said(answer.rate()));
                    facts.add(would);
                }
            });
            facts.add(new Span(DifferencesFormatter.said(test.differences())));
        }
        facts.add(new Span(scope(live, test)));
        facts.add(traffic.ofTest(live.product(), test.channel()));
        item.add(facts);
        return item;
    }

    private static String scope(LiveChannel live, TestChannel test) {
        int shown = test.table().concerning().size();
        return switch (test.table().mapping().scope()) {
            case Scope.WholeQueue() ->
                shown == live.queue().size()
                        ? MESSAGES.get("channels.whole-queue")
                        : MESSAGES.get("channels.whole-queue.some", shown);
            case Scope.NextOnly _, Scope.UpTo _, Scope.Only _ ->
                ScopeFormatter.said(test.table().mapping().scope(), live.queue());
        };
    }

    private static Component[] warnings(TestChannel test) {
        List<Component> chips = new ArrayList<>();
        if (test.isStopped()) {
            chips.add(new Chip(Tone.BAD, "■", MESSAGES.get("shut-off")));
        }
        SortedMap<Finding.Kind, Set<Object>> found = new TreeMap<>();
        test.findings()
                .forEach(finding -> found.computeIfAbsent(finding.kind(), kind -> new HashSet<>())
                        .addAll(counted(finding)));
        found.forEach((kind, objects) -> chips.add(FindingChip.of(kind, objects.size())));
        return chips.toArray(Component[]::new);
    }

    /** A set in conflict is one, however many reasons there are. */
    private static Collection<?> counted(Finding finding) {
        return switch (finding) {
            case ChangeSetFinding.InConflict conflict -> List.of(conflict.changeSet());
            case ChannelFinding.Shadowed shadowed -> shadowed.rows();
            default -> List.of(finding);
        };
    }

    /** The proof that what is tested is what is to come, for whoever wants it. */
    private static Component fingerprints(LiveChannel live) {
        UnorderedList list = new UnorderedList();
        if (live.fingerprint() != null) {
            list.add(new ListItem(new Span(live.channel()), new FingerprintLabel(live.fingerprint())));
        }
        live.testChannels()
                .forEach(test -> list.add(new ListItem(
                        new Span(test.channel()),
                        new FingerprintLabel(test.table().fingerprint()))));
        NativeDetails details = new NativeDetails(MESSAGES.get("channels.fingerprints"), list);
        details.addClassNames("fingerprints", "facts");
        return details;
    }
}

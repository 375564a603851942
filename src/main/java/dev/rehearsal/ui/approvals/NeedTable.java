package dev.rehearsal.ui.approvals;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.enactment.ApprovalContext;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.ui.frame.Holders;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.Products;
import dev.rehearsal.ui.links.ChangeSetLink;
import dev.rehearsal.ui.links.SignoffNavigation;
import dev.rehearsal.ui.links.SignoffsAddress;
import dev.rehearsal.ui.links.SignoffsAddress.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** One group of rows for each product: what its channels need, and its permissions. */
class NeedTable extends NativeTable {

    private static final Messages MESSAGES = Messages.beside(NeedTable.class);

    private static final List<String> COLUMNS = List.of("needs.what", "needs.signoffs", "needs.tests", "needs.pending");
    private static final int WIDTH = COLUMNS.size() + 1;

    private final SignoffsAddress address;
    private final ApprovalContext now;
    private final Map<ProductChannel, Integer> exempt;

    /** @param exempt how often each pair lately changed without its signoffs */
    NeedTable(List<Need> needs, SignoffsAddress address, ApprovalContext now, Map<ProductChannel, Integer> exempt) {
        this.address = address;
        this.now = now;
        this.exempt = exempt;
        addClassNames("card", "plain-table", "need-table");
        setCaptionText(MESSAGES.get("needs"));
        NativeTableRow headings = getHead().addRow();
        COLUMNS.forEach(column -> headings.addHeaderCell().setText(MESSAGES.get(column)));
        headings.addHeaderCell();
        byProduct(needs).forEach(this::addProduct);
    }

    private static Map<String, List<Need>> byProduct(List<Need> needs) {
        Map<String, List<Need>> byProduct = new LinkedHashMap<>();
        for (Need need : needs) {
            byProduct
                    .computeIfAbsent(Products.named(need.about().product()), name -> new ArrayList<>())
                    .add(need);
        }
        return byProduct;
    }

    private void addProduct(String product, List<Need> needs) {
        NativeTableBody group = addBody();
        NativeTableRow heading = group.addRow();
        heading.addClassName("group");
        NativeTableHeaderCell name = heading.addHeaderCell();
        name.setText(product);
        name.getElement().setAttribute("scope", "rowgroup").setAttribute("colspan", Integer.toString(WIDTH));
        needs.forEach(need -> addNeed(group.addRow(), need));
    }

    private void addNeed(NativeTableRow row, Need need) {
        if (isBeingChanged(need)) {
            row.addClassName("chosen");
        }
        NativeTableHeaderCell name = row.addHeaderCell();
        name.setText(
                need.isForPermissions()
                        ? MESSAGES.get("needs.what.permissions")
                        : need.about().channel());
        name.getElement().setAttribute("scope", "row");
        NativeTableCell signoffs = row.addDataCell();
        need.signoffs()
                .forEach((role, count) -> signoffs.add(asked(MESSAGES.get("needs.signoffs.role", count, role), role)));
        if (need.signoffs().isEmpty()) {
            signoffs.add(none());
        }
        signoffs.add(team(need), urgent(need), exempt(need));
        NativeTableCell gates = row.addDataCell();
        need.gates().forEach(gate -> gates.add(gate(gate)));
        if (need.gates().isEmpty() && !need.isForPermissions()) {
            gates.add(none());
        }
        NativeTableCell pending = row.addDataCell();
        need.pending()
                .forEach(set -> pending.add(
                        new Div(MESSAGES.parts("needs.pending.set", new ChangeSetLink(set), Moment.due(set)))));
        row.addDataCell().add(actions(need));
    }

    private boolean isBeingChanged(Need need) {
        return switch (address.task()) {
            case Task.None _,
                    Task.NewGate _,
                    Task.NewWindow _,
                    Task.ChangeWindow _,
                    Task.NewRail _,
                    Task.ChangeRail _ -> false;
            case Task.UrgentRoles(String product, String channel) ->
                product.equals(need.about().product())
                        && channel.equals(need.about().channel());
            case Task.ForChannel(String product, String channel) ->
                product.equals(need.about().product())
                        && channel.equals(need.about().channel());
            case Task.ForPermissions(String product) ->
                need.isForPermissions() && product.equals(need.about().product());
            case Task.ChangeGate(String id) ->
                need.gates().stream().anyMatch(gate -> Long.toString(gate.id()).equals(id));
        };
    }

    private Component asked(String text, Role role) {
        return new Div(new Span(text + " "), new Holders(now.holdersOf(role)));
    }

    private Component gate(Gate gate) {
        Div shown = new Div(
                link(GateFormatter.said(gate), new Task.ChangeGate(Long.toString(gate.id()))),
                new Text(" "),
                new Holders(now.holdersOf(gate.role())));
        return shown;
    }

    private Component urgent(Need need) {
        String channel = need.about().channel();
        String roles = channel == null
                ? ""
                : now.policy().urgentOf(need.about().product(), channel).stream()
                        .map(Role::name)
                        .sorted()
                        .collect(Collectors.joining(", "));
        Div told = new Div(roles.isEmpty() ? "" : MESSAGES.get("needs.urgent", roles));
        told.addClassName("facts");
        told.setVisible(!roles.isEmpty());
        return told;
    }

    private Component exempt(Need need) {
        String channel = need.about().channel();
        int count = channel == null
                ? 0
                : exempt.getOrDefault(new ProductChannel(need.about().product(), channel), 0);
        Div told = new Div(count == 0 ? "" : MESSAGES.get("needs.exempt", count));
        told.addClassName("facts");
        told.setVisible(count > 0);
        return told;
    }

    private Component team(Need need) {
        SortedMap<Role, Integer> team = need.team(now);
        int size = team.values().stream().mapToInt(Integer::intValue).sum();
        String roles = team.entrySet().stream()
                .map(role -> role.getKey() + " " + role.getValue())
                .collect(Collectors.joining(", "));
        Div told = new Div(
                size == 0
                        ? ""
                        : size == 1 ? MESSAGES.get("needs.team.one", roles) : MESSAGES.get("needs.team", roles, size));
        told.addClassName("facts");
        told.setVisible(size > 0);
        return told;
    }

    private static Component none() {
        Span none = new Span(MESSAGES.get("needs.none"));
        none.addClassName("facts");
        return none;
    }

    private Component actions(Need need) {
        Div actions = new Div();
        actions.addClassName("row-actions");
        String product = Objects.requireNonNullElse(need.about().product(), "");
        String channel = need.about().channel();
        if (channel == null) {
            actions.add(link(MESSAGES.get("needs.edit"), new Task.ForPermissions(product)));
        } else {
            if (need.about().product() != null) {
                actions.add(link(MESSAGES.get("needs.edit"), new Task.ForChannel(product, channel)));
                if (!need.signoffs().isEmpty()) {
                    actions.add(link(MESSAGES.get("needs.edit-urgent"), new Task.UrgentRoles(product, channel)));
                }
            }
            actions.add(link(MESSAGES.get("needs.add-gate"), new Task.NewGate(product, channel)));
        }
        return actions;
    }

    private Component link(String text, Task task) {
        return SignoffNavigation.link(text, address.doing(task));
    }
}

package dev.rehearsal.ui.approvals;

import com.vaadin.flow.component.html.Div;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.PermissionSignoff;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.approval.RequiredSignoffs;
import dev.rehearsal.approval.SignoffPolicy;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.ui.frame.JoinedText;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenChoice;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.proposal.ConfigurationPanel;
import dev.rehearsal.ui.proposal.ConfigurationPanel.Entered;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A form that asks which roles sign for a product on a channel, or for its permissions, and how often; saved as one.
 */
class SignoffForm extends Div {

    private static final Messages MESSAGES = Messages.beside(SignoffForm.class);

    private final RequiredSignoffs requirements;
    private final ConfigurationPanel configuration;
    private final OpenChoice product = new OpenChoice(MESSAGES.get("form.product"));
    private final OpenChoice channel = new OpenChoice(MESSAGES.get("form.channel"));
    private final RoleLines lines = new RoleLines(this::entered);
    private @Nullable SignoffPolicy policy;
    private boolean forPermissions;

    SignoffForm(RequiredSignoffs requirements, ConfigurationPanel configuration) {
        this.requirements = requirements;
        this.configuration = configuration;
        addClassName("signoff-form");
        List.of(product, channel).forEach(choice -> choice.onEntry(this::chosen));
        Div about = new Div(product, channel);
        about.addClassName("fields");
        add(about, lines);
    }

    /** @param ofChannel null for permissions */
    void start(String ofProduct, @Nullable String ofChannel, NodeState state, Collection<String> products) {
        forPermissions = ofChannel == null;
        channel.setVisible(!forPermissions);
        product.setItems(products);
        product.choose(ofProduct);
        product.setReadOnly(!ofProduct.isEmpty());
        channel.setItems(channels(state));
        channel.choose(Objects.requireNonNullElse(ofChannel, ""));
        channel.setReadOnly(ofChannel != null && !ofChannel.isEmpty());
        refresh(state);
        lines.show(current());
        entered();
    }

    private static List<String> channels(NodeState state) {
        return state.live().rules().values().stream()
                .map(rule -> rule.channel())
                .filter(name -> name != null && !name.contains("*") && !name.contains("-cck-"))
                .map(Objects::requireNonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** What is being entered stays; what would come of it may be another. */
    void refresh(NodeState state) {
        policy = state.circumstances().policy();
        lines.setState(state);
    }

    /** Other roles sign for another product or channel. */
    private void chosen() {
        lines.show(current());
        entered();
    }

    void entered() {
        if (product.text().isEmpty() || !forPermissions && channel.text().isEmpty()) {
            configuration.showNothing(MESSAGES.get(forPermissions ? "nothing.no-product" : "nothing.no-place"));
            return;
        }
        Map<Role, Integer> wanted = lines.entered();
        if (!check(wanted)) {
            configuration.showNothing(MESSAGES.get("nothing.wrong"));
            return;
        }
        List<Proposal> changes = changes(wanted);
        if (changes.isEmpty()) {
            configuration.showNothing(MESSAGES.get("nothing.changed"));
        } else {
            configuration.show(new Entered(title(), consequence(wanted), changes));
        }
    }

    private boolean check(Map<Role, Integer> wanted) {
        boolean right = true;
        for (Map.Entry<Role, Integer> entry : wanted.entrySet()) {
            String problem = problem(entry.getKey(), entry.getValue());
            lines.showProblem(entry.getKey(), problem);
            right &= problem == null;
        }
        return right;
    }

    private @Nullable String problem(Role role, int count) {
        try {
            if (forPermissions) {
                requirements.check(new PermissionSignoff(product.text(), role, count, 1));
            } else {
                requirements.check(new RequiredSignoff(product.text(), channel.text(), role, count, 1));
            }
            return null;
        } catch (RefusedException refused) {
            return Sentence.of(refused.problems().getFirst());
        }
    }

    private List<Proposal> changes(Map<Role, Integer> wanted) {
        List<Proposal> changes = new ArrayList<>();
        current().forEach((role, count) -> {
            Integer becomes = wanted.get(role);
            if (!count.equals(becomes)) {
                changes.add(change(role, becomes));
            }
        });
        wanted.forEach((role, count) -> {
            if (!current().containsKey(role)) {
                changes.add(change(role, count));
            }
        });
        return changes;
    }

    private Proposal change(Role role, @Nullable Integer count) {
        return forPermissions
                ? RowKinds.PERMISSION_REQUIREMENTS.require(product.text(), role, null, count)
                : RowKinds.REQUIREMENTS.require(product.text(), channel.text(), role, null, count);
    }

    private SortedMap<Role, Integer> current() {
        SortedMap<Role, Integer> current = new TreeMap<>();
        if (policy != null && forPermissions) {
            policy.forPermissions().stream()
                    .filter(required -> required.product().equals(product.text()))
                    .forEach(required -> current.put(required.role(), required.count()));
        } else if (policy != null) {
            policy.forChannels().stream()
                    .filter(required -> required.product().equals(product.text())
                            && required.channel().equals(channel.text()))
                    .forEach(required -> current.put(required.role(), required.count()));
        }
        return current;
    }

    private String title() {
        return forPermissions
                ? MESSAGES.get("panel.permissions", product.text())
                : MESSAGES.get("panel.channel", product.text(), channel.text());
    }

    private String consequence(Map<Role, Integer> wanted) {
        if (wanted.isEmpty()) {
            return forPermissions
                    ? MESSAGES.get("consequence.permissions.none", product.text())
                    : MESSAGES.get("consequence.none", product.text(), channel.text());
        }
        String signoffs = JoinedText.and(wanted.entrySet().stream()
                .map(entry -> MESSAGES.get("needs.signoffs.role", entry.getValue(), entry.getKey()))
                .toList());
        return forPermissions
                ? MESSAGES.get("consequence.permissions", product.text(), signoffs)
                : MESSAGES.get("consequence", product.text(), channel.text(), signoffs);
    }
}

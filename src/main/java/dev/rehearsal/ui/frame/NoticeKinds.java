package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import dev.rehearsal.notice.NoticeKind;

/** Lets somebody choose which notices they, or a webhook, get. */
public class NoticeKinds extends CheckboxGroup<NoticeKind> {

    private static final Messages MESSAGES = Messages.beside(NoticeKinds.class);

    public NoticeKinds(String label) {
        super(label);
        setItems(NoticeKind.values());
        setItemLabelGenerator(kind -> MESSAGES.get("notice." + kind.wireName()));
        addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
    }
}

package dev.rehearsal.ui.search;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import dev.rehearsal.ui.frame.HeaderAction;
import dev.rehearsal.ui.frame.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SearchHeader {

    private static final Messages MESSAGES = Messages.beside(SearchHeader.class);

    @Bean
    HeaderAction searchAction(Search search) {
        return new HeaderAction(MESSAGES.get("search"), Key.KEY_K, MESSAGES.get("key"), () -> {
            // Before the dialog is there: what is typed meanwhile is not lost.
            UI.getCurrent().getPage().addJavaScript("context://search.js");
            SearchDialog dialog = new SearchDialog(search);
            return dialog::ask;
        });
    }
}

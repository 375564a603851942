package dev.rehearsal.preview.ui;

import dev.rehearsal.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PreviewMenu {

    @Bean
    MenuEntry channelsEntry() {
        return new MenuEntry(10, "Channels", "", false);
    }

    @Bean
    MenuEntry previewEntry() {
        return new MenuEntry(20, "Preview", "channels", true);
    }
}

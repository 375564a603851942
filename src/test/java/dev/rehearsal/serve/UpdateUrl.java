package dev.rehearsal.serve;

import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.serve.UpdateRequest.Evaluate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/** Builds update URLs field by field; the fields are put in as they are, escapes included. */
record UpdateUrl(int form, List<String> fields, String query) {

    private static final List<String> NAMES =
            List.of("product", "version", "buildId", "buildTarget", "locale", "channel");

    static UpdateUrl update(int form) {
        List<String> fields =
                new ArrayList<>(List.of("Firefox", "115.0", "20230101000000", "WINNT_x86_64-msvc", "en-US", "release"));
        switch (form) {
            case 1 -> {}
            case 2 -> fields.add("Windows_NT%2010.0");
            case 3 -> fields.addAll(List.of("Windows_NT%2010.0", "default", "default"));
            case 4 -> fields.addAll(List.of("Windows_NT%2010.0", "default", "default", "1.9.2"));
            case 5 -> fields.addAll(List.of("Windows_NT%2010.0", "default", "default", "352099001761481"));
            case 6 -> fields.addAll(List.of("Windows_NT%2010.0", "ISET:SSE4_2,MEM:8192", "default", "default"));
            default -> throw new IllegalArgumentException("No form " + form);
        }
        return new UpdateUrl(form, fields, "");
    }

    UpdateUrl with(String name, String value) {
        return withField(NAMES.indexOf(name), value);
    }

    UpdateUrl withCapabilities(String value) {
        return withField(7, value);
    }

    UpdateUrl withField(int index, String value) {
        List<String> changed = new ArrayList<>(fields);
        changed.set(index, value);
        return new UpdateUrl(form, changed, query);
    }

    UpdateUrl asking(String rawQuery) {
        return new UpdateUrl(form, fields, "?" + rawQuery);
    }

    String path() {
        return "/update/" + form + "/" + String.join("/", fields) + "/update.xml";
    }

    @Override
    public String toString() {
        return path() + query;
    }

    UpdateRequest parsed() {
        return QueryParser.parse(toString(), null);
    }

    UpdateQuery read() {
        return read(null);
    }

    UpdateQuery read(@Nullable String userAgent) {
        UpdateRequest request = QueryParser.parse(toString(), userAgent);
        Assertions.assertThat(request).isInstanceOf(Evaluate.class);
        return ((Evaluate) request).query();
    }
}

package dev.rehearsal.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a screen says stands in the messages beside it, and nowhere in its code. */
class MessagesTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/rehearsal");
    private static final Path RESOURCES = Path.of("src/main/resources/dev/rehearsal");

    /** Words, as against class names, attributes, addresses and signs: one with a capital in front, or two words. */
    private static final Pattern TEXT =
            Pattern.compile("(?<!\\p{Ll})\\p{Lu}\\p{Ll}|\\p{Ll}[,.:;]? \\p{L}|\\p{L} $|^ \\p{L}");

    /** How an element begins in a template or a drawing: its name, and attributes that nobody reads. */
    private static final Pattern ELEMENT =
            Pattern.compile("<[\\p{Ll}-]+(?:\\s+(?:class|aria-hidden|datetime|role|viewBox"
                    + "|text-anchor|cx|cy|rx|r|x|y|d|width|height)=\"[^\"]*\"?)+");

    static Stream<String> packagesOfScreens() throws IOException {
        try (Stream<Path> folders = Files.walk(SOURCES)) {
            List<String> names = folders.filter(Files::isDirectory)
                    .map(folder -> SOURCES.relativize(folder).toString().replace('\\', '/'))
                    .filter(name -> name.startsWith("ui/"))
                    .toList();
            return names.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("packagesOfScreens")
    void noTextStandsInTheCode(String name) throws IOException {
        assertThat(literals(name).texts()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("packagesOfScreens")
    void everyMessageThatIsAskedForIsThere(String name) throws IOException {
        Set<String> missing = new TreeSet<>(literals(name).keys());
        missing.removeAll(messages(name).stringPropertyNames());

        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("packagesOfScreens")
    void everyMessageIsSaidSomewhereAndCanBeFormatted(String name) throws IOException {
        Set<String> literals = literals(name).all();
        Set<String> unused = new TreeSet<>();
        Properties messages = messages(name);
        for (String key : messages.stringPropertyNames()) {
            new MessageFormat(messages.getProperty(key));
            boolean begun = literals.stream().anyMatch(literal -> literal.endsWith(".") && key.startsWith(literal));
            if (!begun && !literals.contains(key)) {
                unused.add(key);
            }
        }

        assertThat(unused).isEmpty();
    }

    private static Properties messages(String name) throws IOException {
        Properties messages = new Properties();
        Path file = RESOURCES.resolve(name).resolve("messages.properties");
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                messages.load(reader);
            }
        }
        return messages;
    }

    private static Literals literals(String name) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Literals found = new Literals();
        try (Stream<Path> files = Files.list(SOURCES.resolve(name));
                var manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(sources));
            for (CompilationUnitTree unit : task.parse()) {
                found.in(unit);
            }
        }
        return found;
    }

    /** The strings of a package's code; what is thrown at programmers, or logged for operators, does not count as text. */
    private static final class Literals extends TreeScanner<@Nullable Void, @Nullable Void> {

        private static final Set<String> ASKING = Set.of("MESSAGES.get", "MESSAGES.parts");

        private final List<String> texts = new ArrayList<>();
        private final Set<String> keys = new HashSet<>();
        private final Set<String> all = new HashSet<>();
        private String file = "";

        void in(CompilationUnitTree unit) {
            file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
            scan(unit, null);
        }

        @Override
        public @Nullable Void visitThrow(ThrowTree tree, @Nullable Void nothing) {
            int before = texts.size();
            super.visitThrow(tree, nothing);
            texts.subList(before, texts.size()).clear();
            return null;
        }

        @Override
        public @Nullable Void visitAnnotation(AnnotationTree tree, @Nullable Void nothing) {
            boolean shown = tree.getAnnotationType().toString().equals("PageTitle");
            return shown ? super.visitAnnotation(tree, nothing) : null;
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
            if (ASKING.contains(tree.getMethodSelect().toString())
                    && tree.getArguments().getFirst() instanceof LiteralTree key) {
                keys.add((String) key.getValue());
            }
            int before = texts.size();
            super.visitMethodInvocation(tree, nothing);
            if (tree.getMethodSelect().toString().startsWith("LOG.")) {
                texts.subList(before, texts.size()).clear();
            }
            return null;
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void nothing) {
            if (tree.getValue() instanceof String literal) {
                all.add(literal);
                if (TEXT.matcher(ELEMENT.matcher(literal).replaceAll("<")).find()) {
                    texts.add(file + ": " + literal);
                }
            }
            return null;
        }

        List<String> texts() {
            return texts;
        }

        Set<String> keys() {
            return keys;
        }

        Set<String> all() {
            return all;
        }
    }
}

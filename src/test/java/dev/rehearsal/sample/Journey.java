package dev.rehearsal.sample;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.lang.reflect.Method;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * A demo of its own for the tests of one class, and pages of one Chromium that all classes share. What a test opened is
 * closed after it. Without Chromium or without the front end the class is skipped and says so; in CI it fails. There, a
 * test that fails is made once more, in a new demo.
 */
public final class Journey
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, InvocationInterceptor {

    private static final boolean CI = System.getenv("CI") != null;

    private final String[] options;
    private @Nullable Chromium chromium;
    private @Nullable RunningDemo demo;
    private int pagesOfAllTests;

    private Journey(String... options) {
        this.options = options;
    }

    /** @param options of the demo, as on the command line */
    public static Journey with(String... options) {
        return new Journey(options);
    }

    /** Changes go live as soon as they may. */
    public static Journey withEagerEnactor() {
        return with("--rehearsal.enactor.interval=200ms");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Chromium.requireFrontEnd();
        chromium = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Journey.class))
                .computeIfAbsent(Chromium.class, key -> Chromium.startOrSkip(), Chromium.class);
        demo = RunningDemo.start(options);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        pagesOfAllTests = chromium().pages();
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> test, ExtensionContext context)
            throws Throwable {
        if (!CI) {
            invocation.proceed();
            return;
        }
        SecondAttempt.of(
                context.getRequiredTestClass().getSimpleName() + "." + context.getDisplayName(),
                invocation::proceed,
                () -> {
                    startAfresh(context.getRequiredTestClass());
                    ReflectionSupport.invokeMethod(
                            test.getExecutable(),
                            context.getRequiredTestInstance(),
                            test.getArguments().toArray());
                },
                System.out);
    }

    /** As before the first test of the class; the test itself has nothing to prepare. */
    private void startAfresh(Class<?> tests) {
        chromium().keepOnly(0);
        pagesOfAllTests = 0;
        demo().close();
        demo = RunningDemo.start(options);
        AnnotationSupport.findAnnotatedMethods(tests, BeforeAll.class, HierarchyTraversalMode.TOP_DOWN)
                .forEach(prepare -> ReflectionSupport.invokeMethod(prepare, null));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        chromium().keepOnly(pagesOfAllTests);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (demo != null) {
            chromium().keepOnly(0);
            demo.close();
        }
    }

    public <T> T bean(Class<T> type) {
        return demo().bean(type);
    }

    /** The address of a path that begins with a slash. */
    public String url(String path) {
        return demo().url(path);
    }

    public RunningDemo demo() {
        return Objects.requireNonNull(demo);
    }

    /** An empty page of somebody who has not signed in. */
    public Page stranger() {
        return stranger(ColorScheme.LIGHT);
    }

    public Page stranger(ColorScheme scheme) {
        return chromium().page(1400, scheme);
    }

    /** @param person of the demo, without what follows the {@code @} */
    public Page signedIn(String person) {
        return signedIn(person, 1400, ColorScheme.LIGHT);
    }

    public Page signedIn(String person, int width, ColorScheme scheme) {
        return chromium().pageOf(person + "@rehearsal.example", demo(), width, scheme);
    }

    /** The screen at a path, after this person has signed in. */
    public Page open(String person, String path) {
        Page page = signedIn(person);
        page.navigate(url(path));
        return page;
    }

    /** The one heading that says where one is. */
    public static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    private Chromium chromium() {
        return Objects.requireNonNull(chromium);
    }
}

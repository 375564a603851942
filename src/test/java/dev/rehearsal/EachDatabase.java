package dev.rehearsal;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Runs a test class once on each database that Rehearsal runs on; its constructor takes the {@link TestDatabase}.
 *
 * <pre>{@code
 * @EachDatabase
 * class RulesTest {
 *     private final TestDatabase database;
 *     private final Rules rules;
 *
 *     RulesTest(TestDatabase database) {
 *         this.database = database.emptied();
 *         this.rules = database.bean(Rules.class);
 *     }
 * }
 * }</pre>
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "on {0}")
@EnumSource(TestDatabase.class)
public @interface EachDatabase {}

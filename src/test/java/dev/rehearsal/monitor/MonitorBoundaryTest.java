package dev.rehearsal.monitor;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** Whoever judges the product must not believe what it says of itself. */
class MonitorBoundaryTest {

    @Test
    void theMonitorKnowsNothingOfTheProductAndNoFramework() {
        noClasses()
                .that()
                .resideInAPackage("dev.rehearsal.monitor..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.rehearsal..")
                        .and(DescribedPredicate.not(resideInAPackage("dev.rehearsal.monitor..")))
                        .or(resideInAnyPackage("org.springframework..", "com.vaadin..", "java.sql..")))
                .check(new ClassFileImporter().importPackages("dev.rehearsal.monitor"));
    }
}

package dev.rehearsal;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The shape of the code: who may know whom, and what things may be called. */
class ArchitectureTest {

    private static final String BASE = "dev.rehearsal";
    private static final String[] PURE = {"dev.rehearsal.matching..", "dev.rehearsal.staging.."};
    private static final String[] DATABASE = {
        "java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.springframework.data.."
    };
    private static final String[] JACKSON = {"tools.jackson..", "com.fasterxml.jackson.."};

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BASE);

    @Nested
    class TheCore {

        @Test
        void knowsNoFrameworkNoDatabaseAndNoJson() {
            noClasses()
                    .that()
                    .resideInAnyPackage(PURE)
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("org.springframework..", "com.vaadin..")
                            .or(resideInAnyPackage(DATABASE))
                            .or(resideInAnyPackage(JACKSON)))
                    .check(PRODUCT);
        }

        @Test
        void doesNotReadTheClock() {
            noClasses()
                    .that()
                    .resideInAnyPackage(PURE)
                    .should()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(System.class, "nanoTime")
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(Clock.class)
                    .orShould()
                    .callMethodWhere(readsTheTime())
                    .check(PRODUCT);
        }

        @Test
        void knowsOnlyItselfReleasesAndRefusals() {
            noClasses()
                    .that()
                    .resideInAnyPackage(PURE)
                    .should()
                    .dependOnClassesThat(resideInAPackage("dev.rehearsal..")
                            .and(not(resideInAnyPackage(PURE)))
                            .and(not(resideInAnyPackage("dev.rehearsal.release", "dev.rehearsal.refusal"))))
                    .check(PRODUCT);
        }

        private static DescribedPredicate<JavaCall<?>> readsTheTime() {
            return DescribedPredicate.describe(
                    "reads the time",
                    call -> call.getName().equals("now")
                            && call.getTargetOwner().getPackageName().equals("java.time"));
        }
    }

    @Nested
    class Releases {

        /** Blobs are compiled, offered and rendered without a framework; only what stores them knows one. */
        @Test
        void knowSpringOnlyWhereTheyAreStored() {
            noClasses()
                    .that()
                    .resideInAPackage("dev.rehearsal.release")
                    .and()
                    .areNotMetaAnnotatedWith(Component.class)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework..")
                    .check(PRODUCT);
        }
    }

    @Nested
    class Serving {

        /** So that it goes on when the admin is broken. */
        @Test
        void knowsNothingOfTheAdmin() {
            noClasses()
                    .that()
                    .resideInAPackage("dev.rehearsal.serve..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("com.vaadin..")
                            .or(resideInAPackage("dev.rehearsal..")
                                    .and(not(resideInAnyPackage(
                                            "dev.rehearsal.serve..",
                                            "dev.rehearsal.matching..",
                                            "dev.rehearsal.node",
                                            "dev.rehearsal.release")))))
                    .check(PRODUCT);
        }

        @Test
        void readsNoDatabase() {
            noClasses()
                    .that()
                    .resideInAPackage("dev.rehearsal.serve..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(DATABASE))
                    .check(PRODUCT);
        }
    }

    @Nested
    class ViewsAndEndpoints {

        @Test
        void goThroughServicesNotStores() {
            noClasses()
                    .that()
                    .resideInAnyPackage("..ui..", "dev.rehearsal.api..", "dev.rehearsal.shell..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..store..")
                    .check(PRODUCT);
        }

        @Test
        void doNotKnowEachOther() {
            noClasses()
                    .that()
                    .resideInAnyPackage("..ui..", "dev.rehearsal.shell..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.rehearsal.api..")
                    .check(PRODUCT);
            noClasses()
                    .that()
                    .resideInAPackage("dev.rehearsal.api..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..ui..", "dev.rehearsal.shell..", "com.vaadin..")
                    .check(PRODUCT);
        }

        /** So that whatever has a screen works without it. */
        @Test
        void areUnknownToServices() {
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..ui..", "dev.rehearsal.shell..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..ui..", "dev.rehearsal.shell..")
                    .check(PRODUCT);
        }

        @Test
        void areKnownToNobodyByClass() {
            classes()
                    .that()
                    .areAnnotatedWith(Route.class)
                    .should()
                    .notBePublic()
                    .check(PRODUCT);
        }
    }

    @Nested
    class Features {

        @Test
        void stayOutOfEachOthersStores() {
            classes().should(STAY_OUT_OF_OTHER_STORES).check(PRODUCT);
        }

        /** Screens link to each other as pages do: all of them count as one, which no feature may know. */
        @Test
        void doNotDependOnEachOtherInCircles() {
            slices().assignedFrom(FEATURES_AND_SCREENS)
                    .should()
                    .beFreeOfCycles()
                    .check(PRODUCT);
        }

        @Test
        void sayThatNothingIsNullUnlessItSaysSo() {
            classes().should(BE_NULL_MARKED).check(PRODUCT);
        }
    }

    @Nested
    class Classes {

        @Test
        void areNamedAfterWhatTheyAre() {
            noClasses()
                    .should()
                    .haveSimpleNameEndingWith("Util")
                    .orShould()
                    .haveSimpleNameEndingWith("Utils")
                    .orShould()
                    .haveSimpleNameEndingWith("Helper")
                    .orShould()
                    .haveSimpleNameEndingWith("Manager")
                    .orShould()
                    .haveSimpleNameEndingWith("Impl")
                    .orShould()
                    .haveSimpleNameEndingWith("Constants")
                    .check(PRODUCT);
        }

        @Test
        void areGivenWhatTheyNeedByTheirConstructor() {
            noFields()
                    .should()
                    .beAnnotatedWith(Autowired.class)
                    .orShould()
                    .beAnnotatedWith(Value.class)
                    .orShould()
                    .beAnnotatedWith("jakarta.inject.Inject")
                    .orShould()
                    .beAnnotatedWith("jakarta.annotation.Resource")
                    .check(PRODUCT);
        }
    }

    private static final SliceAssignment FEATURES_AND_SCREENS = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass member) {
            String name = member.getPackageName();
            if (name.equals(BASE)) {
                return SliceIdentifier.ignore();
            }
            return SliceIdentifier.of(name.endsWith(".ui") ? "screens" : feature(name));
        }

        @Override
        public String getDescription() {
            return "features, and all screens together";
        }
    };

    private static final ArchCondition<JavaClass> STAY_OUT_OF_OTHER_STORES =
            new ArchCondition<>("stay out of other features' stores") {
                @Override
                public void check(JavaClass user, ConditionEvents events) {
                    for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
                        String used = dependency.getTargetClass().getPackageName();
                        if (used.startsWith(BASE)
                                && used.endsWith(".store")
                                && !feature(used).equals(feature(user.getPackageName()))) {
                            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                        }
                    }
                }
            };

    private static final ArchCondition<JavaClass> BE_NULL_MARKED =
            new ArchCondition<>("be in a package that is @NullMarked") {
                @Override
                public void check(JavaClass member, ConditionEvents events) {
                    if (!member.getPackage().isAnnotatedWith(NullMarked.class)) {
                        events.add(SimpleConditionEvent.violated(
                                member, member.getPackageName() + " has no package-info with @NullMarked"));
                    }
                }
            };

    private static String feature(String packageName) {
        String below = packageName.length() > BASE.length() ? packageName.substring(BASE.length() + 1) : "";
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }
}

package dev.rehearsal;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

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
import com.vaadin.flow.router.Route;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The shape of the code: who may know whom, and what things may be called. */
class ArchitectureTest {

    private static final String BASE = "dev.rehearsal";
    private static final String[] PURE = {"dev.rehearsal.matching..", "dev.rehearsal.staging..", "dev.rehearsal.blob.."
    };

    /** The rooms of the house from the doors down: each may know those below it and its neighbours, nobody above. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("api", "ui", "startup"),
            Set.of("probe", "dataset", "mirror", "notice"),
            Set.of("insight", "history", "snapshot"),
            Set.of("enactment", "change", "approval"),
            Set.of("live", "access", "ledger", "traffic"),
            Set.of("serve"),
            Set.of("staging", "matching", "blob", "problem"));

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
        void knowsNoFrameworkAndNoDatabase() {
            noClasses()
                    .that()
                    .resideInAnyPackage(PURE)
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("org.springframework..", "com.vaadin..")
                            .or(resideInAnyPackage(DATABASE)))
                    .check(PRODUCT);
        }

        /** Only blobs are compiled from JSON. */
        @Test
        void decidesWithoutJson() {
            noClasses()
                    .that()
                    .resideInAnyPackage("dev.rehearsal.matching..", "dev.rehearsal.staging..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(JACKSON))
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
        void knowsOnlyItselfAndProblems() {
            noClasses()
                    .that()
                    .resideInAnyPackage(PURE)
                    .should()
                    .dependOnClassesThat(resideInAPackage("dev.rehearsal..")
                            .and(not(resideInAnyPackage(PURE)))
                            .and(not(resideInAPackage("dev.rehearsal.problem"))))
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
    class Serving {

        /** So that it goes on when the admin is broken. */
        @Test
        void knowsTheCoreOnly() {
            noClasses()
                    .that()
                    .resideInAPackage("dev.rehearsal.serve..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("com.vaadin..")
                            .or(resideInAPackage("dev.rehearsal..")
                                    .and(not(resideInAPackage("dev.rehearsal.serve..")))
                                    .and(not(resideInAnyPackage(PURE)))
                                    .and(not(resideInAPackage("dev.rehearsal.problem")))))
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
    class Insight {

        /** So that its answers follow from one state, whatever is written meanwhile. */
        @Test
        void readsNoStoreAndNoDatabase() {
            noClasses()
                    .that()
                    .resideInAPackage("dev.rehearsal.insight..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("..store..").or(resideInAnyPackage(DATABASE)))
                    .check(PRODUCT);
        }
    }

    @Nested
    class Workflow {

        @Test
        void approvesWithoutKnowingChangeSets() {
            noClasses()
                    .that()
                    .resideInAPackage("dev.rehearsal.approval..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.rehearsal.change..")
                    .check(PRODUCT);
        }
    }

    @Nested
    class ViewsAndEndpoints {

        @Test
        void goThroughServicesNotStores() {
            noClasses()
                    .that()
                    .resideInAnyPackage("dev.rehearsal.ui..", "dev.rehearsal.api..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..store..")
                    .check(PRODUCT);
        }

        /** So that whatever has a screen or an endpoint works without it. */
        @Test
        void areUnknownToEverybodyElse() {
            for (String door : List.of("dev.rehearsal.ui..", "dev.rehearsal.api..")) {
                noClasses()
                        .that()
                        .resideOutsideOfPackage(door)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(door)
                        .check(PRODUCT);
            }
        }

        @Test
        void leaveTheFrameworkOfScreensToScreens() {
            noClasses()
                    .that()
                    .resideInAPackage("dev.rehearsal.api..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.vaadin..")
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
    class Rooms {

        @Test
        void stayOutOfEachOthersStores() {
            classes().should(STAY_OUT_OF_OTHER_STORES).check(PRODUCT);
        }

        @Test
        void doNotDependOnEachOtherInCircles() {
            slices().matching("dev.rehearsal.(*)..").should().beFreeOfCycles().check(PRODUCT);
        }

        /** So that each screen can be read by itself: links are plain values, and what screens share is no screen. */
        @Test
        void screensDoNotDependOnEachOtherInCirclesEither() {
            slices().matching("dev.rehearsal.ui.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .check(PRODUCT);
        }

        @Test
        void knowOnlyWhatLiesBelowThem() {
            classes().should(LOOK_DOWN).check(PRODUCT);
        }

        @Test
        void areFewAndAllHaveTheirFloor() {
            assertThat(PRODUCT.stream()
                            .map(member -> room(member.getPackageName()))
                            .filter(room -> !room.isEmpty()))
                    .allSatisfy(room -> assertThat(floor(room)).as(room).isNotNegative());
            assertThat(FLOORS.stream().mapToInt(Set::size).sum()).isLessThanOrEqualTo(22);
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

        /** What a refusal says of itself names places as the API does. */
        @Test
        void ofScreensSayWhatIsWrongInTheWordsOfTheScreens() {
            noClasses()
                    .that()
                    .resideInAPackage("dev.rehearsal.ui..")
                    .should()
                    .callMethod(RefusedException.class, "getMessage")
                    .orShould()
                    .callMethod(Problem.class, "toString")
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

    private static final ArchCondition<JavaClass> LOOK_DOWN = new ArchCondition<>("know only what lies below them") {
        @Override
        public void check(JavaClass user, ConditionEvents events) {
            int here = floor(room(user.getPackageName()));
            for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
                int there = floor(room(dependency.getTargetClass().getPackageName()));
                if (there >= 0 && there < here) {
                    events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                }
            }
        }
    };

    private static final ArchCondition<JavaClass> STAY_OUT_OF_OTHER_STORES =
            new ArchCondition<>("stay out of other rooms' stores") {
                @Override
                public void check(JavaClass user, ConditionEvents events) {
                    for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
                        String used = dependency.getTargetClass().getPackageName();
                        if (used.startsWith(BASE)
                                && used.endsWith(".store")
                                && !room(used).equals(room(user.getPackageName()))) {
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

    /** The topmost package below that of the application; empty for what is outside of it, and for itself. */
    private static String room(String packageName) {
        if (!packageName.startsWith(BASE + ".")) {
            return "";
        }
        String below = packageName.substring(BASE.length() + 1);
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }

    /** From 0 for the doors; -1 for what stands on none. */
    private static int floor(String room) {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            if (FLOORS.get(floor).contains(room)) {
                return floor;
            }
        }
        return -1;
    }
}

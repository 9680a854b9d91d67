package io.github.flexalerts;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The borders of the house: which module may know which, and what must not show at the door. */
class ArchitectureTest {
    private static final String ROOT = "io.github.flexalerts.";
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.flexalerts");

    private static final List<String> MODULES = List.of("core", "reactive", "metrics", "testkit", "bulk");
    private static final String INTERNALS = ROOT + "*.internal..";

    /** The API of a module makes its implementation, which knows the API; no other packages may know one another. */
    private static final String[] API = {ROOT + "reactive", ROOT + "metrics", ROOT + "testkit", ROOT + "bulk"};

    /** Types that users never see, for they change with libraries of others. */
    private static final DescribedPredicate<JavaClass> OTHERS =
            resideInAnyPackage("io.netty..", "reactor.netty..", "tools.jackson..", "picocli..");

    @Test
    void allowsOnlyThePlannedPackageDependencies() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("core")
                .definedBy(ROOT + "core..")
                .layer("reactive")
                .definedBy(ROOT + "reactive..")
                .layer("metrics")
                .definedBy(ROOT + "metrics..")
                .layer("testkit")
                .definedBy(ROOT + "testkit..")
                .layer("bulk")
                .definedBy(ROOT + "bulk..")
                .layer("cli")
                .definedBy(ROOT + "cli..")
                .whereLayer("core")
                .mayNotAccessAnyLayer()
                .whereLayer("reactive")
                .mayOnlyAccessLayers("core")
                .whereLayer("metrics")
                .mayOnlyAccessLayers("reactive", "core")
                .whereLayer("testkit")
                .mayOnlyAccessLayers("core")
                .whereLayer("bulk")
                .mayOnlyAccessLayers("reactive", "core")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .withOptionalLayers(true)
                .check(HOUSE);
    }

    @Test
    void hasNoCyclesAmongItsPackages() {
        slices().matching("io.github.flexalerts.(**)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(resideInAnyPackage(API), resideInAnyPackage(INTERNALS))
                .check(HOUSE);
    }

    @Test
    void keepsTheInternalsOfAModuleToTheModule() {
        for (String module : MODULES) {
            noClasses()
                    .that(resideOutsideOfPackages(ROOT + module + ".."))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(ROOT + module + ".internal.."))
                    .check(HOUSE);
        }
    }

    @Test
    void showsNoInternalTypeInItsApi() {
        classes()
                .that(resideOutsideOfPackages(INTERNALS, ROOT + "cli.."))
                .and()
                .arePublic()
                .should(showNone(resideInAnyPackage(INTERNALS), Set.of()))
                .check(HOUSE);
    }

    @Test
    void hasNoPackageOfMoreThan30Files() {
        Map<String, Long> large = HOUSE.stream()
                .filter(type -> type.getEnclosingClass().isEmpty())
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        large.values().removeIf(count -> count <= 30);
        assertThat(large).isEmpty();
    }

    @Test
    void coreDependsOnAnnotationsOnly() {
        classes()
                .that()
                .resideInAPackage(ROOT + "core..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        ROOT + "core..", "java..", "com.fasterxml.jackson.annotation..", "org.jspecify.annotations.."))
                .check(HOUSE);
    }

    @Test
    void namesNettyInTheTransportOnly() {
        noClasses()
                .that(resideInAnyPackage(ROOT + "reactive..")
                        .and(resideOutsideOfPackages(ROOT + "reactive.transport..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.netty..", "reactor.netty..")
                .check(HOUSE);
    }

    @Test
    void namesJacksonInTheCodecOnly() {
        noClasses()
                .that(resideInAnyPackage(ROOT + "reactive..").and(resideOutsideOfPackages(ROOT + "reactive.codec..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson..", "com.fasterxml..")
                .check(HOUSE);
    }

    @Test
    void namesMicrometerInTheMetricsAndAboveOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "metrics..", ROOT + "cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.micrometer..")
                .check(HOUSE);
    }

    /** But for {@code NettyTransportBuilder.httpClient}, which exists to hand the user Reactor Netty's client. */
    @Test
    void hasNoForeignTypeInItsApi() {
        classes()
                .that(resideInAnyPackage(ROOT + "core..", ROOT + "reactive..", ROOT + "metrics..", ROOT + "testkit.."))
                .and()
                .resideOutsideOfPackage(INTERNALS)
                .and()
                .arePublic()
                .should(showNone(OTHERS, Set.of(ROOT + "reactive.transport.NettyTransportBuilder.httpClient")))
                .check(HOUSE);
    }

    @Test
    void marksEveryPackageForNulls() {
        Set<String> unmarked = HOUSE.stream()
                .map(JavaClass::getPackage)
                .filter(javaPackage -> !javaPackage.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .collect(Collectors.toSet());
        assertThat(unmarked).isEmpty();
    }

    private static ArchCondition<JavaClass> showNone(DescribedPredicate<JavaClass> hidden, Set<String> allowed) {
        return new ArchCondition<>("show no type that " + hidden.getDescription()) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (type.getEnclosingClass()
                        .filter(outer -> !outer.getModifiers().contains(JavaModifier.PUBLIC))
                        .isPresent()) {
                    return; // nobody outside can name it
                }
                type.getMembers().stream()
                        .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(member -> !allowed.contains(type.getName() + "." + member.getName()))
                        .filter(member -> signature(member).anyMatch(hidden))
                        .forEach(member -> events.add(SimpleConditionEvent.violated(member, member.getFullName())));
            }
        };
    }

    private static Stream<JavaClass> signature(JavaMember member) {
        return member.getAllInvolvedRawTypes().stream();
    }
}

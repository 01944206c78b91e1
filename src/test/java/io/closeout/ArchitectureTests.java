package io.closeout;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;

@AnalyzeClasses(packages = "io.closeout", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule theEngineStaysInOneModule = noClasses()
            .that()
            .resideOutsideOfPackage("io.closeout.workflow..")
            .and()
            .areNotAssignableTo(Closeout.class) // starts what the command line names
            .should()
            .dependOnClassesThat(
                    resideInAPackage("org.camunda..").and(resideOutsideOfPackages("org.camunda.bpm.dmn..")))
            .because("Camunda 7 CE is at its end of life: a move to another engine must stay a rename");

    @ArchTest
    static final ArchRule decisionTablesAreEvaluatedByPolicy = noClasses()
            .that()
            .resideOutsideOfPackages("io.closeout.workflow..", "io.closeout.policy..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda.bpm.dmn..")
            .because("register and process must get the same answer from the same table");

    @ArchTest
    static final ArchRule nobodyImportsWorkflow = noClasses()
            .that()
            .resideOutsideOfPackage("io.closeout.workflow..")
            .and()
            .areNotAssignableTo(Closeout.class) // starts what the command line names
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.closeout.workflow..")
            .because("commands go down to the modules, events come up");

    @ArchTest
    static final ArchRule sharedDependsOnNothing = noClasses()
            .that()
            .resideInAPackage("io.closeout.shared..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.closeout..").and(resideOutsideOfPackages("io.closeout.shared..")))
            .because("everything depends on shared");

    @ArchTest
    static final ArchRule dependenciesComeThroughTheConstructor = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .because("a class shall say what it needs and be made without Spring");

    @ArchTest
    static final ArchRule onlyCommandLineToolsPrint = noClasses()
            .that()
            .resideOutsideOfPackages("..inspect..", "..verify..", "..drill..")
            .and(not(belongToAnyOf(Closeout.class)))
            // one-time links and demo accounts: for whoever sits at the console, never in a log file
            .and()
            .haveNameNotMatching(".*\\.(SetUpInvitation|DemoPeople)")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("a server logs; only the command-line tools speak on standard output");

    @ArchTest
    static final ArchRule timeIsJavaTime = noClasses()
            .that()
            .resideOutsideOfPackage("io.closeout.workflow..")
            .and()
            .areNotAssignableTo(Closeout.class) // starts what the command line names
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date")
            .because("only the engine and its timers need java.util.Date");

    @ArchTest
    static final ArchRule pagesLieInWebPackages = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .resideInAPackage("..web..")
            .allowEmptyShould(true)
            .because("a stranger looks for a module's pages in its web package");
}

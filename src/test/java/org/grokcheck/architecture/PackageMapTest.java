package org.grokcheck.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Dependencies point up the map only; papers never see one another; oracles see no paper. */
class PackageMapTest {
  private static final String ROOT = "org.grokcheck.";
  private static final List<String> PAPERS = List.of("beck", "kumar", "notsawo", "omnigrok");
  private static final List<String> BELOW_PAPERS =
      List.of("ledger", "evidence", "math", "data", "compute", "dynamics", "experiment");

  /** What each package may use of ours, besides itself. */
  private static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("ledger", List.of()),
          Map.entry("evidence", List.of("ledger")),
          Map.entry("math", List.of()),
          Map.entry("data", List.of("math")),
          Map.entry("compute", List.of("math")),
          Map.entry("dynamics", List.of("math", "compute")),
          Map.entry(
              "experiment", List.of("ledger", "evidence", "math", "data", "compute", "dynamics")),
          Map.entry("beck", BELOW_PAPERS),
          Map.entry("kumar", BELOW_PAPERS),
          Map.entry("notsawo", BELOW_PAPERS),
          Map.entry("omnigrok", BELOW_PAPERS),
          Map.entry("report", List.of("ledger", "evidence", "experiment")));

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.grokcheck");
  private static final JavaClasses TESTS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
          .importPackages("org.grokcheck");

  @TestFactory
  Stream<DynamicTest> dependenciesPointUpTheMap() {
    return MAY_USE.keySet().stream()
        .sorted()
        .map(name -> DynamicTest.dynamicTest(name, () -> checkUses(name, MAY_USE.get(name))));
  }

  private static void checkUses(String name, List<String> allowed) {
    String[] forbidden =
        Stream.concat(MAY_USE.keySet().stream(), Stream.of("cli"))
            .filter(other -> !other.equals(name) && !allowed.contains(other))
            .map(other -> ROOT + other + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(ROOT + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .allowEmptyShould(true)
        .check(PRODUCT);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.grokcheck.(**)").should().beFreeOfCycles().check(PRODUCT);
  }

  @Test
  void onlyTheEngineSeesNativeObjects() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "compute.engine..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.bytedeco..")
        .check(PRODUCT);
  }

  @Test
  void everyPackageIsOnTheMap() {
    classes()
        .should()
        .resideInAnyPackage(
            Stream.concat(MAY_USE.keySet().stream(), Stream.of("cli"))
                .map(name -> ROOT + name + "..")
                .toArray(String[]::new))
        .check(PRODUCT);
  }

  @Test
  void oraclesSeeNoPaper() {
    noClasses()
        .that()
        .resideInAPackage("..oracle..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(PAPERS.stream().map(p -> ROOT + p + "..").toArray(String[]::new))
        .allowEmptyShould(true)
        .check(TESTS);
  }
}

package org.grokcheck.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.Property;
import org.grokcheck.evidence.Plan.PlannedTest;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static final String HERE = "org\\.grokcheck\\.evidence";
  private static final String PREFIX = PlanTest.class.getName() + "$";

  abstract static class Law {
    @Property
    void holds() {}

    @Property
    @Infrastructure("checks the generator")
    void generates() {}
  }

  @Checks("beck.eq6")
  static class Heir extends Law {
    @Example
    @Checks(
        value = {"beck.eq4", "beck.eq5"},
        scale = Scale.DESK)
    void own() {}
  }

  static class Forgetful {
    @Example
    void neitherClaimNorReason() {}
  }

  static class Needy {
    @Example
    @Checks(value = "beck.eq4", needs = "coffee")
    void works() {}
  }

  @Test
  void aNeedThatNothingMeetsIsRefused() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Plan.of(Index.of(Needy.class), HERE));
    assertEquals(
        PREFIX
            + "Needy#works: no capability 'coffee'; accepted: cuda, imdb, mnist, qm9,"
            + " recorded/NAME",
        e.getMessage());
  }

  private static Plan plan(String packages) throws IOException {
    Index index = Index.of(Law.class, Heir.class, Forgetful.class);
    return Plan.of(index, packages);
  }

  @Test
  void findsOwnAndInheritedTests() throws IOException {
    List<PlannedTest> tests = plan(HERE).tests();
    assertEquals(
        List.of(
            new PlannedTest(PREFIX + "Heir#holds", List.of("beck.eq6"), Scale.QUICK),
            new PlannedTest(PREFIX + "Heir#own", List.of("beck.eq4", "beck.eq5"), Scale.DESK)),
        tests);
  }

  @Test
  void findsTheTestsOfAClaim() throws IOException {
    assertEquals(1, plan(HERE).of("beck.eq5").size());
    assertEquals(0, plan(HERE).of("beck.eq7").size());
  }

  @Test
  void namesTestsWithoutClaimOrReason() throws IOException {
    assertEquals(List.of(PREFIX + "Forgetful#neitherClaimNorReason"), plan(HERE).unclaimed());
  }

  @Test
  void looksOnlyIntoThePackagesOfThePapers() throws IOException {
    assertEquals(0, plan("org\\.grokcheck\\.beck").tests().size());
    assertEquals(0, plan("org\\.grokcheck\\.beck").unclaimed().size());
  }
}

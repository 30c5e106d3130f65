package org.grokcheck.harness;

import io.qameta.allure.Allure;
import io.qameta.allure.model.Parameter;
import java.util.Comparator;
import org.grokcheck.evidence.Observation;
import org.grokcheck.evidence.Role;
import org.grokcheck.evidence.TestRecord;
import org.grokcheck.ledger.Claim;
import org.grokcheck.ledger.Ledger;

/** Places a test in the Allure report: epic the paper, feature the section, story the claim. */
final class AllureLabels {
  private static final Ledger LEDGER = Ledger.load();

  private AllureLabels() {}

  static void describe(TestRecord record) {
    record.claims().forEach(id -> LEDGER.find(id).ifPresent(AllureLabels::label));
    parameter("seed", record.rootSeed() + " → " + record.seed());
    parameter("tries", record.tries());
    record.observations().stream()
        .filter(o -> o.role() == Role.HOLDS)
        .max(Comparator.comparingDouble(Observation::slack))
        .ifPresent(AllureLabels::worst);
    parameter("replay", record.replay());
  }

  /** Places a test of the instrument: feature the package. */
  static void describeInstrument(Class<?> owner) {
    Allure.label("epic", "instrument");
    Allure.label("feature", owner.getPackageName().replace("org.grokcheck.", ""));
    Allure.label("story", owner.getSimpleName());
  }

  private static void label(Claim claim) {
    Allure.label("epic", claim.paperGroup());
    Allure.label("feature", claim.section());
    Allure.label("story", claim.id() + ": " + claim.title());
    Allure.link(claim.id(), "../dossier/" + claim.paperGroup() + ".html#" + claim.id());
  }

  private static void worst(Observation o) {
    parameter("worst error", "%.3g".formatted(o.error()));
    parameter("bound", "%.3g (%s)".formatted(o.bound(), o.tolerance()));
    parameter("worst at", o.worst());
  }

  /** Excluded from the identity of the test, so that its history survives a change of values. */
  private static void parameter(String name, Object value) {
    Allure.parameter(name, value, true, Parameter.Mode.DEFAULT);
  }
}

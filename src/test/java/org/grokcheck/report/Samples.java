package org.grokcheck.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grokcheck.evidence.EvidenceBook;
import org.grokcheck.evidence.Judge;
import org.grokcheck.evidence.Judgement;
import org.grokcheck.evidence.Observation;
import org.grokcheck.evidence.ObservationFixture;
import org.grokcheck.evidence.Oracle;
import org.grokcheck.evidence.Plan;
import org.grokcheck.evidence.Plan.PlannedTest;
import org.grokcheck.evidence.Role;
import org.grokcheck.evidence.Scale;
import org.grokcheck.evidence.TestRecord;
import org.grokcheck.evidence.TestRecord.Status;
import org.grokcheck.evidence.Verdict;
import org.grokcheck.experiment.Provenance;
import org.grokcheck.ledger.Claim;
import org.grokcheck.ledger.ClaimFixture;
import org.grokcheck.ledger.Formula;
import org.grokcheck.ledger.Ledger;

/** Synthetic runs: one claim for each verdict, with records from which a judge would reach it. */
public final class Samples {
  /** Text that would be a script if a page did not escape it. */
  public static final String HOSTILE = "<script>alert('x')</script> & \"quotes\"";

  public static final Ledger LEDGER = Ledger.load();

  public static final Provenance PROVENANCE =
      new Provenance(
          42,
          "0123456789abcdef0123456789abcdef01234567",
          "17.0.1 (Vendor)",
          "Linux 6.1 amd64",
          2,
          "cpu",
          "2026-01-01T00:00:00Z",
          "2026-01-01T00:03:20Z",
          200,
          Map.of("commons-math3", "3.6.1", "ejml-simple", "0.46.1"));

  private Samples() {}

  /** One judgement for each verdict, on claims of the real ledger. */
  public static List<Judgement> everyVerdict() {
    return List.of(
        judged("beck.eq1", Verdict.VERIFIED, holds("beck.eq1", Oracle.TABLE, 3e-16, 1e-15)),
        judged("beck.eq2", Verdict.PROVED, holds("beck.eq2", Oracle.EXACT, 0, 0)),
        judged(
            "beck.intro.data",
            Verdict.CORRECTED,
            holds("beck.intro.data", Oracle.SECOND_ALGORITHM, 2e-16, 4e-16),
            refutes("beck.intro.data", "covariance σ I")),
        judged(
            "beck.intro.promoted", Verdict.REFUTED, refutes("beck.intro.promoted", "as printed")),
        judged("kumar.eq1", Verdict.LIMIT_VERIFIED, holds("kumar.eq1", Oracle.LIMIT, 1e-5, 2e-5)),
        judged(claim("kumar"), Verdict.CONSISTENT, statistical(claim("kumar"), 0.99)),
        judged(claim("notsawo"), Verdict.INCONCLUSIVE, statistical(claim("notsawo"), 0.5)),
        judged(
            last("notsawo"), Verdict.REPRODUCED, holds(last("notsawo"), Oracle.REPRODUCTION, 1, 2)),
        judged(claim("omnigrok"), Verdict.PARTIAL, holds(claim("omnigrok"), Oracle.LIMIT, 1e-3, 1)),
        broken(last("omnigrok")),
        new Judgement(
            LEDGER.get("beck.eq3"), Verdict.NOT_CHECKED, "needs a device " + HOSTILE, List.of()));
  }

  /** A judgement for every claim of the ledger, as of a run without any test. */
  public static List<Judgement> nothingChecked() {
    Judge judge = new Judge(new Plan(List.of(), List.of()), EvidenceBook.of(List.of()));
    return LEDGER.claims().stream().map(judge::judge).toList();
  }

  /** The plan that the records of these judgements fulfil. */
  public static Plan planOf(List<Judgement> judgements) {
    return new Plan(
        judgements.stream()
            .flatMap(j -> j.records().stream())
            .map(r -> new PlannedTest(r.test(), r.claims(), r.scale()))
            .toList(),
        List.of());
  }

  /** The book that holds the records of these judgements. */
  public static EvidenceBook bookOf(List<Judgement> judgements) {
    return EvidenceBook.of(judgements.stream().flatMap(j -> j.records().stream()).toList());
  }

  /** The same judgement on a claim that has formulas. */
  public static Judgement withFormula(Judgement j, String printed, String corrected) {
    Formula formula = new Formula(Optional.of(printed), Optional.of(corrected));
    Claim more = ClaimFixture.of(j.claim()).formula(Optional.of(formula)).make();
    return new Judgement(more, j.verdict(), j.reason(), j.records());
  }

  public static Judgement judged(String id, Verdict verdict, Observation... seen) {
    TestRecord record = record(id, Status.PASSED, "", List.of(seen));
    return new Judgement(LEDGER.get(id), verdict, "because of " + verdict, List.of(record));
  }

  public static Observation holds(String id, Oracle oracle, double error, double bound) {
    return observation(id, "", Role.HOLDS, oracle, error, bound, 0, 1);
  }

  public static Observation refutes(String id, String variant) {
    return observation(id, variant, Role.REFUTES, Oracle.TABLE, 0.25, 1e-12, 0, 1);
  }

  private static Observation statistical(String id, double power) {
    return observation(id, "", Role.HOLDS, Oracle.STATISTICAL, 1e-3, 4e-3, 1e-9, power);
  }

  private static Judgement broken(String id) {
    String message = "error 2 > bound 1 " + HOSTILE;
    TestRecord record =
        record(id, Status.FAILED, message, List.of(holds(id, Oracle.INVARIANT, 2, 1)));
    return new Judgement(LEDGER.get(id), Verdict.BROKEN, "failed: " + message, List.of(record));
  }

  private static String claim(String paper) {
    return LEDGER.ofPaper(paper).get(0).id();
  }

  private static String last(String paper) {
    List<Claim> claims = LEDGER.ofPaper(paper);
    return claims.get(claims.size() - 1).id();
  }

  private static TestRecord record(
      String id, Status status, String message, List<Observation> seen) {
    return new TestRecord(
        "org.grokcheck.sample.SampleProperties#" + id.replaceAll("\\W", "_"),
        List.of(id),
        Scale.QUICK,
        "cpu",
        List.of(),
        "",
        status,
        message,
        42,
        "7",
        1000,
        20,
        0.5,
        "java -jar target/grokcheck.jar verify --claim " + id + " --seed 42",
        seen);
  }

  private static Observation observation(
      String id,
      String variant,
      Role role,
      Oracle oracle,
      double error,
      double bound,
      double falseAlarm,
      double power) {
    return ObservationFixture.of(id)
        .quantity("some quantity")
        .role(role, variant)
        .by(oracle)
        .tolerance("Ulp: the sum has two terms " + HOSTILE, true)
        .error(error, bound)
        .at("x=0.25, n=3", 1000)
        .resolution(bound + error)
        .chance(falseAlarm, power)
        .make();
  }
}

package org.grokcheck.evidence;

/**
 * Makes observations: a comparison of {@code q} at {@code x=1} that holds, but for what is told.
 */
public final class ObservationFixture {
  private final String claim;
  private String part = "";
  private String quantity = "q";
  private String variant = "";
  private Role role = Role.HOLDS;
  private Oracle oracle = Oracle.TABLE;
  private String tolerance = "t";
  private boolean derived = true;
  private double error;
  private double bound = 1e-14;
  private String worst = "x=1";
  private long tries = 10;
  private double resolution = 1e-14;
  private double falseAlarm;
  private double power = 1;

  private ObservationFixture(String claim) {
    this.claim = claim;
  }

  public static ObservationFixture of(String claim) {
    return new ObservationFixture(claim);
  }

  public ObservationFixture part(String name) {
    part = name;
    return this;
  }

  public ObservationFixture quantity(String name) {
    quantity = name;
    return this;
  }

  /** A wrong variant, or a printed form; none for what holds. */
  public ObservationFixture role(Role value, String name) {
    role = value;
    variant = value == Role.HOLDS ? "" : name;
    return this;
  }

  public ObservationFixture by(Oracle value) {
    oracle = value;
    return this;
  }

  public ObservationFixture tolerance(String words, boolean isDerived) {
    tolerance = words;
    derived = isDerived;
    return this;
  }

  public ObservationFixture error(double value, double accepted) {
    error = value;
    bound = accepted;
    return this;
  }

  public ObservationFixture at(String inputs, long count) {
    worst = inputs;
    tries = count;
    return this;
  }

  public ObservationFixture resolution(double relative) {
    resolution = relative;
    return this;
  }

  public ObservationFixture chance(double declaredFalseAlarm, double statedPower) {
    falseAlarm = declaredFalseAlarm;
    power = statedPower;
    return this;
  }

  /** It has served its role where the error lies on the right side of the bound. */
  public Observation make() {
    return make(error <= bound == (role == Role.HOLDS));
  }

  public Observation make(boolean passed) {
    return new Observation(
        claim,
        part,
        quantity,
        variant,
        role,
        oracle,
        tolerance,
        derived,
        false,
        1 + error,
        1,
        error,
        bound,
        StrictMath.log(Math.max(bound, Double.MIN_VALUE)),
        bound == 0 ? 0 : error / bound,
        worst,
        tries,
        resolution,
        falseAlarm,
        power,
        passed);
  }
}

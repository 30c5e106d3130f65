package org.grokcheck.compute;

/**
 * A network with the output map of {@code kumar.eq7}: f̃(θ, x) = α (f(θ, x) − f(θ₀, x)), or α f(θ,
 * x) without centring.
 *
 * @param architecture f
 * @param scale α, finite and not 0
 * @param centre θ₀, of the architecture's length, or empty for no centring; not copied
 */
public record Model(Architecture architecture, double scale, double[] centre) {
  public Model {
    Require.finite("scale", scale);
    Require.that(scale != 0, "scale = 0 makes every output 0; give a finite number other than 0");
    Require.that(
        centre.length == 0 || centre.length == architecture.parameters(),
        "centre has %d entries; the architecture has %d parameters"
            .formatted(centre.length, architecture.parameters()));
  }

  /** The plain network. */
  public static Model of(Architecture architecture) {
    return new Model(architecture, 1, new double[0]);
  }

  /** f̃ = α f. */
  public static Model scaled(Architecture architecture, double scale) {
    return new Model(architecture, scale, new double[0]);
  }

  /** f̃ = α (f − f at θ₀). */
  public static Model centred(Architecture architecture, double scale, double[] start) {
    return new Model(architecture, scale, start);
  }

  /** Whether outputs are centred. */
  public boolean isCentred() {
    return centre.length > 0;
  }
}

package org.grokcheck.notsawo.eval;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grokcheck.ledger.Evaluates;
import org.grokcheck.math.exact.Rational;
import org.grokcheck.notsawo.task.ConstantGuess;
import org.grokcheck.notsawo.task.FiniteGroup;
import org.grokcheck.notsawo.task.MirrorPlateau;
import org.grokcheck.notsawo.task.Pairs;

/** Evaluates the tables of Sec. 2 and what symmetry alone answers. */
public final class TaskEvaluations {
  private static final MathContext DIGITS = new MathContext(30);
  private static final Pattern SYMMETRIC = Pattern.compile("S_([1-7])");
  private static final Pattern DIHEDRAL = Pattern.compile("dihedral of order ([0-9]{1,4})");

  private TaskEvaluations() {}

  /** Numbers of pairs. */
  public record Sizes(long ordered, long unordered) {}

  /** Evaluates {@link Pairs#count}. */
  @Evaluates("notsawo.sec2.dataset_size")
  public static Sizes sizes(long p) {
    return new Sizes(Pairs.ORDERED.count(p), Pairs.UNORDERED.count(p));
  }

  /** A group in numbers. */
  public record Group(
      long order, long ordered_pairs, long commuting_pairs, int conjugacy_classes) {}

  /** Evaluates {@link FiniteGroup}. */
  @Evaluates("notsawo.sec2.s5_size")
  public static Group group(String group) {
    FiniteGroup elements = named(group);
    int classes = elements.conjugacyClasses();
    long order = elements.order();
    return new Group(order, order * order, classes * order, classes);
  }

  /** A share of validation pairs. */
  public record Share(BigDecimal expected_fraction) {
    private static Share of(Rational fraction) {
      return new Share(fraction.toDecimal(DIGITS));
    }
  }

  /** Evaluates {@link MirrorPlateau#ofSymmetric}. */
  @Evaluates("notsawo.ext.mirror_plateau")
  public static Share mirror(long p, long n_train) {
    return Share.of(MirrorPlateau.ofSymmetric(p, n_train));
  }

  /** Evaluates {@link MirrorPlateau#ofGroup}. */
  @Evaluates("notsawo.ext.group_mirror")
  public static Share groupMirror(String group, long n_train) {
    FiniteGroup elements = named(group);
    return Share.of(MirrorPlateau.ofGroup(elements.order(), elements.conjugacyClasses(), n_train));
  }

  /** What guessing gives. */
  public record Guess(BigDecimal prob_zero_hits, double chance_loss) {}

  /** Evaluates {@link ConstantGuess}. */
  @Evaluates("notsawo.ext.t1_degenerate")
  public static Guess guess(int N, int class_count, int n_train) {
    ConstantGuess guess = new ConstantGuess(N, class_count);
    return new Guess(guess.probabilityOfNoHit(n_train), guess.loss());
  }

  private static FiniteGroup named(String group) {
    Matcher symmetric = SYMMETRIC.matcher(group);
    if (symmetric.matches()) {
      return FiniteGroup.symmetric(Integer.parseInt(symmetric.group(1)));
    }
    Matcher dihedral = DIHEDRAL.matcher(group);
    if (dihedral.matches()) {
      return FiniteGroup.dihedral(Integer.parseInt(dihedral.group(1)));
    }
    throw new IllegalArgumentException(
        "group: need 'S_1' to 'S_7' or 'dihedral of order 10', got '" + group + "'");
  }
}

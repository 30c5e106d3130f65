package org.grokcheck.cli;

import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.grokcheck.cli.eval.ProductIndex;
import org.grokcheck.experiment.Experiment;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;

/** The experiments of the product, found in the index that the build makes. */
final class Experiments {
  private Experiments() {}

  /** All of them, by id. */
  static List<Experiment> all() {
    return ProductIndex.load()
        .getAllKnownImplementations(DotName.createSimple(Experiment.class))
        .stream()
        .filter(info -> !Modifier.isAbstract(info.flags()))
        .map(Experiments::make)
        .sorted(Comparator.comparing(Experiment::id))
        .toList();
  }

  /**
   * The experiment of this id.
   *
   * @throws IllegalArgumentException naming those that exist, if there is none
   */
  static Experiment named(String id) {
    List<Experiment> all = all();
    return all.stream()
        .filter(e -> e.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no experiment '%s'; there are: %s"
                        .formatted(
                            id,
                            all.stream().map(Experiment::id).collect(Collectors.joining(", ")))));
  }

  private static Experiment make(ClassInfo info) {
    try {
      return (Experiment) Class.forName(info.name().toString()).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          info.name() + " needs a public constructor without arguments", e);
    }
  }
}

package org.grokcheck.omnigrok.experiment;

import java.util.List;
import java.util.function.Function;
import org.grokcheck.compute.engine.Training;

/**
 * What is read off a run at its stops.
 *
 * @param names of the values
 * @param values at the present parameters, one a name
 */
record Readings(List<String> names, Function<Training, double[]> values) {
  Readings {
    names = List.copyOf(names);
  }
}

package org.grokcheck.report.gate;

import java.util.stream.Stream;

/** One thing that the gate looks at. */
interface Rule {
  Stream<Finding> check(GateInput input);
}

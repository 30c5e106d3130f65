package org.grokcheck.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest, and the Java machine that runs it. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version =
        Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
            .orElse("(not from a jar)");
    return new String[] {"grokcheck " + version, "Java " + Runtime.version()};
  }
}

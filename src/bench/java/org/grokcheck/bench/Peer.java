package org.grokcheck.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A peer in a process of its own, which works only while it is asked to. */
final class Peer implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final Writer commands;
  private final String version;

  Peer(String python, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(python));
    command.add(Path.of("ci", "peers", arguments.get(0)).toString());
    command.addAll(arguments.subList(1, arguments.size()));
    this.process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.commands = process.outputWriter(StandardCharsets.UTF_8);
    this.version = answer();
  }

  /** Which program it is. */
  String version() {
    return version;
  }

  double lossAfter(int steps) {
    return Double.parseDouble(ask("loss " + steps));
  }

  Seconds block(int steps) {
    String[] words = ask("block " + steps).split(" ", -1);
    return new Seconds(Double.parseDouble(words[0]), Double.parseDouble(words[1]));
  }

  private String ask(String command) {
    try {
      commands.write(command + "\n");
      commands.flush();
      return answer();
    } catch (IOException e) {
      throw new UncheckedIOException("the peer does not listen", e);
    }
  }

  private String answer() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("the peer ended; its last words are above");
    }
    return line;
  }

  @Override
  public void close() {
    process.destroy();
  }
}

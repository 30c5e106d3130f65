package org.grokcheck.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Test records on disk: one JSON line a test, one file a process, so that forks never collide. */
public final class EvidenceBook {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<TestRecord> records;

  private EvidenceBook(List<TestRecord> records) {
    this.records = List.copyOf(records);
  }

  /** A book of records that are already at hand. */
  public static EvidenceBook of(List<TestRecord> records) {
    return new EvidenceBook(records);
  }

  /**
   * Reads every {@code *.jsonl} file of a folder; an absent folder is an empty book.
   *
   * @throws IllegalArgumentException naming file and line of a record that cannot be read
   */
  public static EvidenceBook read(Path folder) {
    if (!Files.isDirectory(folder)) {
      return new EvidenceBook(List.of());
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<TestRecord> all = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
        readFile(file, all);
      }
      return new EvidenceBook(all);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the evidence in " + folder, e);
    }
  }

  private static void readFile(Path file, List<TestRecord> into) throws IOException {
    int number = 0;
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      number++;
      try {
        into.add(JSON.readValue(line, TestRecord.class));
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException(
            file + ":" + number + ": not a test record: " + e.getOriginalMessage(), e);
      }
    }
  }

  /** Appends one record to this process's file in the folder. */
  public static void append(Path folder, TestRecord record) {
    Path file = folder.resolve(ProcessHandle.current().pid() + ".jsonl");
    try {
      Files.createDirectories(folder);
      Files.writeString(
          file,
          JSON.writeValueAsString(record) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write evidence to " + file, e);
    }
  }

  /** All records, in the order read. */
  public List<TestRecord> records() {
    return records;
  }

  /** The records of one test method. */
  public List<TestRecord> ofTest(String test) {
    return records.stream().filter(r -> r.test().equals(test)).toList();
  }

  /** Sum of the declared false-alarm rates of all statistical comparisons. */
  public double falseAlarm() {
    return records.stream()
        .flatMap(r -> r.observations().stream())
        .mapToDouble(Observation::falseAlarm)
        .sum();
  }
}

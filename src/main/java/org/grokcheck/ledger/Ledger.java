package org.grokcheck.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.grokcheck.ledger.LedgerException.Problem;

/** All claims, in the order of the files and of the records in them. It never changes. */
public final class Ledger {
  private static final List<String> PAPERS = List.of("beck", "kumar", "notsawo", "omnigrok");

  private final Map<String, Claim> byId;

  private Ledger(List<Claim> claims) {
    Map<String, Claim> map = new LinkedHashMap<>();
    claims.forEach(claim -> map.put(claim.id(), claim));
    byId = Collections.unmodifiableMap(map);
  }

  /**
   * The ledger of this project, from the resources {@code ledger/*.yaml}.
   *
   * @throws LedgerException if a file breaks a rule; it lists every problem
   */
  public static Ledger load() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String paper : PAPERS) {
      files.put(paper + ".yaml", resource("/ledger/" + paper + ".yaml"));
    }
    return read(files);
  }

  /**
   * A ledger from files whose names, without the ending, are the papers' short names.
   *
   * @throws LedgerException if a file breaks a rule; it lists every problem
   * @throws UncheckedIOException if a file can't be read
   */
  public static Ledger load(List<Path> paths) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (Path path : paths) {
      try {
        files.put(String.valueOf(path.getFileName()), Files.readAllBytes(path));
      } catch (IOException e) {
        throw new UncheckedIOException("can't read the ledger file " + path, e);
      }
    }
    return read(files);
  }

  /**
   * A ledger from texts by file name, such as {@code beck.yaml}.
   *
   * @throws LedgerException if a text breaks a rule; it lists every problem
   */
  public static Ledger parse(Map<String, String> textByFileName) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    textByFileName.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return read(files);
  }

  static Ledger read(Map<String, byte[]> files) {
    List<ClaimReader.Draft> drafts = new ArrayList<>();
    List<Problems> all = new ArrayList<>();
    files.forEach(
        (name, bytes) -> {
          Problems problems = new Problems(name);
          all.add(problems);
          ClaimReader reader = new ClaimReader(name.replaceFirst("\\.[^.]*$", ""), problems);
          YamlText.decode(bytes, problems)
              .flatMap(text -> YamlText.compose(text, problems))
              .ifPresent(root -> drafts.addAll(reader.read(root)));
        });
    CrossReferences.check(drafts);
    List<Problem> found = all.stream().flatMap(problems -> problems.found().stream()).toList();
    if (!found.isEmpty()) {
      throw LedgerException.of(found);
    }
    return new Ledger(drafts.stream().map(ClaimReader.Draft::claim).toList());
  }

  /** Every claim. */
  public List<Claim> claims() {
    return List.copyOf(byId.values());
  }

  /** The claim with this id, if there is one. */
  public Optional<Claim> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * The claim with this id.
   *
   * @throws IllegalArgumentException if there is none; the message suggests the nearest ids
   */
  public Claim get(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no claim '" + id + "'" + Nearest.didYouMean(id, byId.keySet())));
  }

  /** Up to three ids that look like this one, nearest first. */
  public List<String> nearest(String id) {
    return Nearest.of(id, byId.keySet());
  }

  /**
   * The claims that any of the comma-separated patterns matches, in the order of the ledger.
   *
   * @param patterns ids in which {@code *} stands for any characters, such as {@code
   *     beck.table1*,kumar.eq5}; a pattern that matches nothing adds nothing
   */
  public List<Claim> matching(String patterns) {
    Predicate<String> matches = IdPatterns.of(patterns);
    return byId.values().stream().filter(claim -> matches.test(claim.id())).toList();
  }

  /** The claims whose {@link Claim#paperGroup()} is this one. */
  public List<Claim> ofPaper(String paperGroup) {
    return byId.values().stream().filter(c -> c.paperGroup().equals(paperGroup)).toList();
  }

  private static byte[] resource(String name) {
    try (InputStream in = Ledger.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " is missing from the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the resource " + name, e);
    }
  }
}

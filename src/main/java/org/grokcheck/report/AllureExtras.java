package org.grokcheck.report;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.grokcheck.experiment.AtomicFile;
import org.grokcheck.experiment.Provenance;

/** What the Allure report shows beside the tests: environment, categories of failures, executor. */
public final class AllureExtras {
  private AllureExtras() {}

  /**
   * Writes {@code environment.properties}, {@code categories.json} and {@code executor.json}.
   *
   * @param allureResults the folder of results that the report will be made of
   * @param provenance where the numbers come from
   * @return the files
   */
  public static List<Path> write(Path allureResults, Provenance provenance) {
    return write(allureResults, provenance, System.getenv());
  }

  static List<Path> write(Path folder, Provenance provenance, Map<String, String> variables) {
    Path environment = folder.resolve("environment.properties");
    Path categories = folder.resolve("categories.json");
    Path executor = folder.resolve("executor.json");
    AtomicFile.write(environment, properties(environment(provenance)));
    AtomicFile.write(categories, ReportJson.text(CATEGORIES));
    AtomicFile.write(executor, ReportJson.text(executor(variables)));
    return List.of(environment, categories, executor);
  }

  /**
   * A kind of result.
   *
   * @param name heading in the report
   * @param matchedStatuses Allure's words for how the test ended
   * @param messageRegex what the whole message must match
   */
  private record Category(String name, List<String> matchedStatuses, String messageRegex) {}

  /** The first one that matches counts. */
  private static final List<Category> CATEGORIES =
      List.of(
          new Category(
              "Refuted: the printed form contradicts its oracle",
              List.of("passed"),
              "(?s)Refuted: .*"),
          new Category(
              "Inconclusive: the check cannot tell two hypotheses apart",
              List.of("failed", "broken", "skipped"),
              "(?s).*(passes for the right form|[Ii]nconclusive).*"),
          new Category("Skipped: a data set or a device is absent", List.of("skipped"), "(?s).*"),
          new Category("Broken: a check that should hold failed", List.of("failed"), "(?s).*"),
          new Category("Broken: the test ended in an error", List.of("broken"), "(?s).*"));

  private static Map<String, String> environment(Provenance p) {
    Map<String, String> shown = new LinkedHashMap<>();
    shown.put("Commit", p.commit());
    shown.put("Root seed", Long.toString(p.rootSeed()));
    shown.put("Java", p.java());
    shown.put("Operating system", p.os());
    shown.put("Cores", Integer.toString(p.cores()));
    shown.put("Device", p.device());
    shown.put("Started", p.started());
    shown.put("Finished", p.finished());
    p.libraries().forEach((name, version) -> shown.put("Library " + name, version));
    return shown;
  }

  /** Java's properties syntax without its comment line, which would carry the date. */
  private static String properties(Map<String, String> values) {
    return values.entrySet().stream()
        .map(e -> escape(e.getKey()).replace(" ", "\\ ") + "=" + escape(e.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  private static String escape(String text) {
    return text.codePoints()
        .mapToObj(c -> c == ':' || c == '=' || c == '\\' ? "\\" + (char) c : ascii(c))
        .collect(Collectors.joining());
  }

  private static String ascii(int c) {
    return c >= ' ' && c < 0x7f
        ? Character.toString(c)
        : Character.toString(c)
            .chars()
            .mapToObj(unit -> "\\u%04x".formatted(unit))
            .collect(Collectors.joining());
  }

  private static Map<String, String> executor(Map<String, String> env) {
    if (env.containsKey("GITHUB_ACTIONS")) {
      String server = env.getOrDefault("GITHUB_SERVER_URL", "https://github.com");
      String run = env.getOrDefault("GITHUB_RUN_ID", "");
      return executor(
          "GitHub Actions",
          "github",
          env.getOrDefault("GITHUB_WORKFLOW", "")
              + " #"
              + env.getOrDefault("GITHUB_RUN_NUMBER", ""),
          server + "/" + env.getOrDefault("GITHUB_REPOSITORY", "") + "/actions/runs/" + run);
    }
    if (env.containsKey("GITLAB_CI")) {
      return executor(
          "GitLab CI",
          "gitlab",
          env.getOrDefault("CI_PIPELINE_ID", ""),
          env.getOrDefault("CI_PIPELINE_URL", ""));
    }
    if (env.containsKey("JENKINS_URL")) {
      return executor(
          "Jenkins",
          "jenkins",
          env.getOrDefault("BUILD_TAG", ""),
          env.getOrDefault("BUILD_URL", ""));
    }
    return executor("local", "local", "", "");
  }

  private static Map<String, String> executor(String name, String type, String build, String url) {
    Map<String, String> executor = new LinkedHashMap<>();
    executor.put("name", name);
    executor.put("type", type);
    if (!build.isEmpty()) {
      executor.put("buildName", build);
      executor.put("buildUrl", url);
    }
    return executor;
  }
}

package org.grokcheck.ledger;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Turns the bytes of a file into YAML nodes that know their lines.
 *
 * <p>A ledger needs lists, records and text only. Anchors, aliases and tags are refused before any
 * node is built, and so is nesting deeper than a ledger has, which keeps hostile input harmless.
 */
final class YamlText {
  private static final int DEEPEST = 8;
  private static final LoadSettings SETTINGS = LoadSettings.builder().setUseMarks(true).build();

  private YamlText() {}

  /** The text of a UTF-8 file without its byte order mark, or empty with a problem recorded. */
  static Optional<String> decode(byte[] bytes, Problems problems) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      problems.add(lineAt(text, text.length()), "", "not valid UTF-8; save the file as UTF-8");
      return Optional.empty();
    }
    return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  /** The root node, or empty with a problem recorded. */
  static Optional<Node> compose(String text, Problems problems) {
    try {
      int before = problems.found().size();
      guard(text, problems);
      if (problems.found().size() > before) {
        return Optional.empty();
      }
      Optional<Node> root = new Compose(SETTINGS).composeString(text);
      if (root.isEmpty()) {
        problems.add(1, "", "the file is empty; expected a list of claims");
      }
      return root;
    } catch (MarkedYamlEngineException e) {
      problems.add(Problems.line(e.getProblemMark()), "", "YAML: " + oneLine(e.getProblem()));
    } catch (ReaderException e) {
      int line = lineAt(text, text.offsetByCodePoints(0, e.getPosition()));
      problems.add(line, "", String.format("character U+%04X is not accepted", e.getCodePoint()));
    } catch (YamlEngineException e) {
      problems.add(1, "", "YAML: " + oneLine(String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }

  private static void guard(String text, Problems problems) {
    int depth = 0;
    for (Event event : new Parse(SETTINGS).parseString(text)) {
      if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
        problems.add(
            Problems.line(event.getStartMark()), "", "nested more than " + DEEPEST + " deep");
        return;
      }
      if (event instanceof CollectionEndEvent) {
        depth--;
      }
      if (event instanceof NodeEvent node) {
        guardNode(node, problems);
      }
    }
  }

  private static void guardNode(NodeEvent node, Problems problems) {
    int line = Problems.line(node.getStartMark());
    if (node instanceof AliasEvent || node.getAnchor().isPresent()) {
      String name = node.getAnchor().map(Object::toString).orElse("");
      problems.add(line, "", "anchor or alias '" + name + "'; write the text out instead");
    }
    Optional<String> tag = Optional.empty();
    if (node instanceof ScalarEvent scalar) {
      tag = scalar.getTag();
    } else if (node instanceof CollectionStartEvent collection) {
      tag = collection.getTag();
    }
    tag.ifPresent(name -> problems.add(line, "", "tag '" + name + "'; tags are not accepted"));
  }

  private static int lineAt(String text, int offset) {
    return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s+", " ");
  }
}

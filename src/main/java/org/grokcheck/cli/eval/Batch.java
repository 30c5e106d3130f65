package org.grokcheck.cli.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Many claims to evaluate, each with its own inputs. */
public final class Batch {
  private record Item(String claim, ObjectNode inputs) {}

  private final List<Item> items;

  private Batch(List<Item> items) {
    this.items = items;
  }

  /**
   * One answer for each element of a batch, in the same order.
   *
   * @param elements objects with a claim and its outputs or its error
   * @param errors how many have an error
   */
  public record Answers(List<ObjectNode> elements, int errors) {
    public Answers {
      elements = List.copyOf(elements);
    }

    /** A JSON array with a line for each element. */
    public String json() {
      return elements.stream()
          .map(ObjectNode::toString)
          .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }
  }

  /**
   * Reads an array of {@code {"claim": ..., "inputs": {...}}}; other members are ignored.
   *
   * @param name of the file, for messages
   * @throws IllegalArgumentException if it has another form, naming the element
   */
  public static Batch read(byte[] json, String name) {
    JsonNode root = StrictJson.read(json, name);
    if (!root.isArray()) {
      throw new IllegalArgumentException(
          name
              + ": expected an array of {\"claim\", \"inputs\"}, found "
              + JsonWords.describe(root));
    }
    List<Item> items = new ArrayList<>();
    for (JsonNode element : root) {
      items.add(item(element, name + ": element " + (items.size() + 1)));
    }
    return new Batch(items);
  }

  private static Item item(JsonNode element, String where) {
    if (!element.isObject()) {
      throw new IllegalArgumentException(
          where + ": expected {\"claim\", \"inputs\"}, found " + JsonWords.describe(element));
    }
    JsonNode claim = element.path("claim");
    if (!claim.isTextual()) {
      throw new IllegalArgumentException(where + ": \"claim\" must be the id of a claim");
    }
    if (!(element.get("inputs") instanceof ObjectNode inputs)) {
      throw new IllegalArgumentException(
          where + ": \"inputs\" must be an object of names and values");
    }
    return new Item(claim.textValue(), inputs);
  }

  /** Number of elements. */
  public int size() {
    return items.size();
  }

  /**
   * Evaluates every element; a fault of one doesn't stop the others.
   *
   * @param afterEach called after each element
   */
  public Answers evaluate(EvalIndex index, Runnable afterEach) {
    List<ObjectNode> answers = new ArrayList<>();
    int errors = 0;
    for (Item item : items) {
      ObjectNode answer = answer(index, item);
      errors += answer.has("error") ? 1 : 0;
      answers.add(answer);
      afterEach.run();
    }
    return new Answers(answers, errors);
  }

  private static ObjectNode answer(EvalIndex index, Item item) {
    ObjectNode answer = StrictJson.MAPPER.createObjectNode().put("claim", item.claim());
    try {
      answer.set("outputs", index.evaluate(item.claim(), item.inputs()));
    } catch (IllegalArgumentException e) {
      answer.put("error", String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      answer.put("error", "internal error: " + e);
    }
    return answer;
  }
}

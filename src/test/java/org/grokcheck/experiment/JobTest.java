package org.grokcheck.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobTest {
  @Test
  void isNamedAfterItsParameters() {
    Job job = Job.of("lambda", 0.48, "N", 400);
    assertEquals("lambda=0.48,N=400", job.name());
    assertEquals(0.48, job.number("lambda"));
    assertEquals(400, job.integer("N"));
  }

  @Test
  void missingParameterIsNamed() {
    assertEquals(
        "job N=1 has no parameter 'd', only [N]",
        assertThrows(IllegalArgumentException.class, () -> Job.of("N", 1).number("d"))
            .getMessage());
  }

  @Test
  void anotherParameterLeavesTheName() {
    Job job = Job.of("N", 1);
    assertEquals(new Job("N=1", Map.of("N", "1", "most", "9")), job.and("most", 9));
    assertThrows(IllegalArgumentException.class, () -> job.with("most", 9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "../x", "a/b", "ä"})
  void namesThatAreNoFileNamesAreRefused(String name) {
    assertThrows(IllegalArgumentException.class, () -> new Job(name, Map.of()));
  }

  @Test
  void shardsPartition() {
    List<Integer> all = List.of(0, 1, 2, 3, 4);
    assertEquals(List.of(0, 2, 4), Shard.parse("1/2").of(all));
    assertEquals(List.of(1, 3), Shard.parse("2/2").of(all));
    assertEquals(all, Shard.WHOLE.of(all));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0/2", "3/2", "1/0", "1", "a/b", "-1/2", "1/99999999"})
  void badShardsAreRefusedWithTheForm(String text) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Shard.parse(text)).getMessage();
    assertEquals(
        " must be i/n with 1 <= i <= n, such as 2/8", message.replaceAll(".*(?= must)", ""));
  }
}

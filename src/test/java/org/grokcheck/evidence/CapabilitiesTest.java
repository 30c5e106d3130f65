package org.grokcheck.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapabilitiesTest {
  @TempDir private Path root = Path.of("");

  @Test
  void dataAndRecordedRunsAreLookedForInTheProject() throws IOException {
    assertFalse(Capabilities.isPresent("mnist", root));
    assertFalse(Capabilities.isPresent("recorded/beck/fig1.json", root));
    Files.createDirectories(root.resolve("reference-data/data/mnist"));
    Files.createDirectories(root.resolve("reference-data/recorded/beck/fig1.json"));
    assertTrue(Capabilities.isPresent("mnist", root));
    assertTrue(Capabilities.present(root).contains("mnist"));
    assertTrue(Capabilities.isPresent("recorded/beck/fig1.json", root));
  }

  @Test
  void whatIsLackingIsSaid() {
    assertEquals("no device: cuda", Capabilities.lack("cuda"));
    assertEquals("data absent: qm9", Capabilities.lack("qm9"));
    assertEquals("no recorded run: recorded/x", Capabilities.lack("recorded/x"));
  }

  @Test
  void onlyKnownNamesAreAccepted() {
    for (String name : new String[] {"", "CUDA", "recorded", "recorded/", "recorded/../x"}) {
      assertThrows(IllegalArgumentException.class, () -> Capabilities.require(name), name);
    }
  }
}

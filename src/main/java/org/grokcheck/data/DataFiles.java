package org.grokcheck.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads whole files of a data set, with faults in its words. */
final class DataFiles {
  private static final int GZIP = 0x1f8b;

  private DataFiles() {}

  /**
   * The bytes of a file.
   *
   * @throws DataFault if there is no such file, or it can't be read
   */
  static byte[] bytes(DataSet set, Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw set.fault(file, "data absent: there is no folder " + folder.getFileName());
    }
    if (Files.isDirectory(file)) {
      throw set.fault(file, "a folder stands where a file should");
    }
    if (!Files.exists(file)) {
      boolean dangling = Files.isSymbolicLink(file);
      throw set.fault(file, dangling ? "a link that leads nowhere" : "missing");
    }
    try {
      return Files.readAllBytes(file);
    } catch (AccessDeniedException e) {
      throw set.fault(file, "may not be read by this user", e);
    } catch (IOException e) {
      throw set.fault(file, "cannot be read: " + e.getClass().getSimpleName(), e);
    }
  }

  /**
   * The text of a file in UTF-8.
   *
   * @throws DataFault also where the bytes are no UTF-8, or none at all
   */
  static String text(DataSet set, Path file) {
    byte[] content = bytes(set, file);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      if (text.isBlank()) {
        throw set.fault(file, "empty");
      }
      return text;
    } catch (CharacterCodingException e) {
      throw set.fault(file, "not UTF-8 text" + kind(content), e);
    }
  }

  /** What a file of the wrong length looks like, as the end of a phrase. */
  static String kind(byte[] content) {
    String head =
        new String(content, 0, Math.min(content.length, 64), StandardCharsets.ISO_8859_1).strip();
    if (content.length == 0) {
      return " (empty)";
    } else if (content.length > 1 && ByteBuffer.wrap(content).getShort() == (short) GZIP) {
      return " (compressed by gzip: unpack it)";
    } else if (head.startsWith("version https://git-lfs")) {
      return " (a pointer of Git LFS, not the file)";
    } else if (head.startsWith("<")) {
      return " (a web page, not the file)";
    }
    return "";
  }
}

package org.grokcheck.data;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file whose content is known beforehand.
 *
 * @param name within its folder
 * @param bytes its length
 * @param sha256 of its content, in lower-case hexadecimal digits
 */
public record PinnedFile(String name, long bytes, String sha256) {

  /**
   * The content of the file.
   *
   * @param set for the remedy in messages
   * @param folder that should hold it
   * @throws DataFault if it is missing, of another length, or altered
   */
  public byte[] read(DataSet set, Path folder) {
    Path file = folder.resolve(name);
    byte[] content = DataFiles.bytes(set, file);
    if (content.length != bytes) {
      throw set.fault(
          file,
          "%s: %d bytes, not %d%s"
              .formatted(
                  content.length < bytes ? "cut short" : "too long",
                  content.length,
                  bytes,
                  DataFiles.kind(content)));
    }
    String found = sha256(content);
    if (!found.equals(sha256)) {
      throw set.fault(
          file,
          "altered: SHA-256 %s… instead of %s…"
              .formatted(found.substring(0, 12), sha256.substring(0, 12)));
    }
    return content;
  }

  /** SHA-256 in lower-case hexadecimal digits. */
  public static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must provide SHA-256", e);
    }
  }
}

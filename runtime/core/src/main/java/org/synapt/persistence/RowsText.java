package org.synapt.persistence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.synapt.network.RowSpec;
import org.synapt.network.Signature;

/**
 * The rows of a network as text, a line each: name, layer, shape, parameters, operands.
 *
 * <pre>
 * pixels input [784] 0
 * hidden1 dense(500),relu [500] 392500 pixels
 * </pre>
 *
 * <p>The network's fingerprint is the SHA-256 of this text, so the declaration's own name has no
 * part in it.
 */
final class RowsText {
  private RowsText() {}

  static String of(Signature signature) {
    StringBuilder text = new StringBuilder();
    for (RowSpec row : signature.rows()) {
      text.append(row.name()).append(' ').append(row.text().replace(" ", "")).append(' ');
      text.append(Signature.text(row.shape()).replace(" ", ""));
      text.append(' ').append(row.parameters());
      for (String operand : row.operands()) {
        text.append(' ').append(operand);
      }
      text.append('\n');
    }
    return text.toString();
  }

  static String fingerprint(String text) {
    StringBuilder hash = new StringBuilder();
    for (byte b : sha256().digest(text.getBytes(StandardCharsets.UTF_8))) {
      hash.append(String.format(Locale.ROOT, "%02x", b));
    }
    return hash.toString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** What follows the name in each line, by name, with rows renamed. */
  static Map<String, String> byName(String text, Renames renames) {
    Map<String, String> rows = new LinkedHashMap<>();
    for (String line : text.split("\n", -1)) {
      String[] words = line.split(" ", -1);
      if (words.length < 4) {
        continue;
      }
      StringBuilder rest = new StringBuilder(words[1] + " " + words[2]);
      for (int i = 4; i < words.length; i++) {
        rest.append(i == 4 ? " of " : ", ").append(renames.of(words[i]));
      }
      rows.put(renames.of(words[0]), rest.toString());
    }
    return rows;
  }
}

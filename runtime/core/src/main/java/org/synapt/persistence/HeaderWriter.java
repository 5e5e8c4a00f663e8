package org.synapt.persistence;

import java.util.Locale;
import java.util.Map;

/** Writes a header as JSON. */
final class HeaderWriter {
  private final StringBuilder json = new StringBuilder("{");

  private HeaderWriter() {}

  static String write(Header header) {
    HeaderWriter writer = new HeaderWriter();
    writer.metadata(header.metadata());
    for (TensorInfo tensor : header.tensors()) {
      writer.tensor(tensor);
    }
    return writer.json.append('}').toString();
  }

  private void metadata(Map<String, String> metadata) {
    string("__metadata__");
    String separator = ":{";
    for (Map.Entry<String, String> entry : metadata.entrySet()) {
      json.append(separator);
      string(entry.getKey());
      json.append(':');
      string(entry.getValue());
      separator = ",";
    }
    json.append(metadata.isEmpty() ? ":{}" : "}");
  }

  private void tensor(TensorInfo tensor) {
    json.append(',');
    string(tensor.name());
    json.append(":{\"dtype\":\"").append(tensor.dtype());
    json.append("\",\"shape\":").append(tensor.shapeText().replace(" ", ""));
    json.append(",\"data_offsets\":[").append(tensor.begin());
    json.append(',').append(tensor.end()).append("]}");
  }

  private void string(String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c == '\n') {
        json.append("\\n");
      } else if (c < ' ') {
        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}

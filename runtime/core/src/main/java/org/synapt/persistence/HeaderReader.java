package org.synapt.persistence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parses the JSON of a safetensors header, and no other JSON.
 *
 * <pre>
 * {"__metadata__": {"name": "text", …},
 *  "hidden1.weight": {"dtype": "F32", "shape": [784, 500], "data_offsets": [0, 1568000]}, …}
 * </pre>
 *
 * <p>What does not look like this is refused: other keys, keys that come twice, other nesting,
 * numbers that are not plain whole ones. So depth is bounded by the grammar, and memory by the
 * text.
 */
final class HeaderReader {
  private static final String METADATA = "__metadata__";

  private final JsonText json;
  private final List<TensorInfo> tensors = new ArrayList<>();
  private Map<String, String> metadata = Collections.emptyMap();

  private HeaderReader(String text) {
    this.json = new JsonText(text);
  }

  static Header read(String text) throws ParameterFileException {
    HeaderReader reader = new HeaderReader(text);
    reader.header();
    return new Header(reader.metadata, reader.tensors);
  }

  private void header() throws ParameterFileException {
    Set<String> names = new HashSet<>();
    json.expect('{');
    if (!json.take('}')) {
      do {
        String name = json.string();
        if (!names.add(name)) {
          throw json.wrong(name + " comes twice");
        }
        json.expect(':');
        if (name.equals(METADATA)) {
          metadata = texts();
        } else {
          tensors.add(tensor(name));
        }
      } while (json.take(','));
      json.expect('}');
    }
    json.expectEnd();
  }

  private Map<String, String> texts() throws ParameterFileException {
    Map<String, String> texts = new LinkedHashMap<>();
    json.expect('{');
    if (json.take('}')) {
      return texts;
    }
    do {
      String name = json.string();
      json.expect(':');
      if (texts.put(name, json.string()) != null) {
        throw json.wrong(name + " comes twice in the metadata");
      }
    } while (json.take(','));
    json.expect('}');
    return texts;
  }

  private TensorInfo tensor(String name) throws ParameterFileException {
    Map<String, Object> fields = new LinkedHashMap<>();
    json.expect('{');
    do {
      String key = json.string();
      json.expect(':');
      Object value =
          switch (key) {
            case "dtype" -> json.string();
            case "shape", "data_offsets" -> json.numbers();
            default -> throw json.wrong(name + " has the unknown field " + key);
          };
      if (fields.put(key, value) != null) {
        throw json.wrong(name + " has two fields " + key);
      }
    } while (json.take(','));
    json.expect('}');
    if (fields.size() != 3) {
      throw json.wrong(name + " has only the fields " + fields.keySet());
    }
    long[] offsets = (long[]) fields.get("data_offsets");
    if (offsets.length != 2) {
      throw json.wrong(name + " has " + offsets.length + " data_offsets instead of 2");
    }
    return new TensorInfo(
        name, (String) fields.get("dtype"), (long[]) fields.get("shape"), offsets[0], offsets[1]);
  }
}

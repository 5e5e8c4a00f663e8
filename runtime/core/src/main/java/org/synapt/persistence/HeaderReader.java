package org.synapt.persistence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.synapt.text.JsonException;
import org.synapt.text.JsonText;

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
    try {
      reader.header();
    } catch (JsonException e) {
      throw new ParameterFileException(
          "the header is damaged at character " + e.at() + ": " + e.getMessage());
    }
    return new Header(reader.metadata, reader.tensors);
  }

  private void header() throws JsonException {
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

  private Map<String, String> texts() throws JsonException {
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

  private TensorInfo tensor(String name) throws JsonException {
    Set<String> fields = new LinkedHashSet<>();
    String dtype = "";
    List<Long> shape = Collections.emptyList();
    List<Long> offsets = Collections.emptyList();
    json.expect('{');
    do {
      String key = json.string();
      if (!fields.add(key)) {
        throw json.wrong(name + " has two fields " + key);
      }
      json.expect(':');
      switch (key) {
        case "dtype" -> dtype = json.string();
        case "shape" -> shape = json.numbers();
        case "data_offsets" -> offsets = json.numbers();
        default -> throw json.wrong(name + " has the unknown field " + key);
      }
    } while (json.take(','));
    json.expect('}');
    if (fields.size() != 3) {
      throw json.wrong(name + " has only the fields " + fields);
    }
    if (offsets.size() != 2) {
      throw json.wrong(name + " has " + offsets.size() + " data_offsets instead of 2");
    }
    return new TensorInfo(name, dtype, shape, offsets.get(0), offsets.get(1));
  }
}

package org.synapt.processor.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;

/** Reads the cases of {@code shared/conformance}, which are ONNX's own tests as JSON. */
final class CaseFile {

  private CaseFile() {}

  static List<Case> read(Path file) throws IOException {
    try (Reader reader =
        new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8)) {
      JsonObject whole = new Gson().fromJson(reader, JsonObject.class);
      return list(whole.get("cases")).map(each -> read(each.getAsJsonObject())).toList();
    }
  }

  private static Case read(JsonObject json) {
    Map<String, Array> given = arrays(json, "inputs");
    List<String> inputs = List.copyOf(given.keySet());
    given.putAll(arrays(json, "parameters"));
    List<Node> nodes = new ArrayList<>();
    if (json.has("nodes")) {
      list(json.get("nodes")).forEach(node -> addNode(node.getAsJsonObject(), nodes, given));
    } else {
      nodes.add(node(json, "node_inputs", "node_outputs"));
    }
    return new Case(
        json.get("test").getAsString(),
        (json.has("family") ? json.get("family") : json.get("op")).getAsString(),
        opset(json.get("opset")),
        List.copyOf(nodes),
        given,
        inputs,
        arrays(json, "expected"));
  }

  /** Constants are arrays that are given, not calls. */
  private static void addNode(JsonObject json, List<Node> nodes, Map<String, Array> given) {
    Node node = node(json, "inputs", "outputs");
    if (node.op().equals("Constant")) {
      JsonObject value = node.attributes().getAsJsonObject("value").getAsJsonObject("tensor");
      given.put(node.output(), array(value));
    } else {
      nodes.add(node);
    }
  }

  private static Node node(JsonObject json, String inputs, String outputs) {
    return new Node(
        json.get("op").getAsString(),
        list(json.get(inputs)).map(JsonElement::getAsString).toList(),
        list(json.get(outputs)).map(JsonElement::getAsString).toList(),
        json.getAsJsonObject("attributes"));
  }

  private static int opset(JsonElement json) {
    return json.isJsonArray()
        ? json.getAsJsonArray().get(0).getAsInt()
        : json.getAsJsonObject().entrySet().iterator().next().getValue().getAsInt();
  }

  private static Map<String, Array> arrays(JsonObject json, String member) {
    Map<String, Array> arrays = new LinkedHashMap<>();
    if (json.has(member)) {
      json.getAsJsonObject(member)
          .entrySet()
          .forEach(each -> arrays.put(each.getKey(), array(each.getValue().getAsJsonObject())));
    }
    return arrays;
  }

  private static Array array(JsonObject json) {
    int[] shape = list(json.get("shape")).mapToInt(JsonElement::getAsInt).toArray();
    double[] numbers = new double[Array.size(shape)];
    fill(json.get("data"), numbers, 0);
    return new Array(json.get("dtype").getAsString(), shape, numbers);
  }

  private static int fill(JsonElement data, double[] numbers, int at) {
    if (!data.isJsonArray()) {
      numbers[at] = number(data.getAsJsonPrimitive());
      return at + 1;
    }
    int end = at;
    for (JsonElement each : data.getAsJsonArray()) {
      end = fill(each, numbers, end);
    }
    return end;
  }

  private static double number(JsonPrimitive json) {
    if (json.isBoolean()) {
      return json.getAsBoolean() ? 1 : 0;
    } else if (json.isString()) {
      return special(json.getAsString());
    }
    return json.getAsDouble();
  }

  private static double special(String number) {
    return switch (number) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      case "nan" -> Double.NaN;
      default -> throw new IllegalArgumentException(number);
    };
  }

  private static Stream<JsonElement> list(JsonElement json) {
    return StreamSupport.stream(json.getAsJsonArray().spliterator(), false);
  }
}

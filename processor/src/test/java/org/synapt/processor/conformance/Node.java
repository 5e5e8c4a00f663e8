package org.synapt.processor.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One call of an operator.
 *
 * @param op the operator's name
 * @param inputs the names of what it takes; an empty one where it is left out
 * @param outputs the names of what it gives
 * @param attributes what else is said of it
 */
record Node(String op, List<String> inputs, List<String> outputs, JsonObject attributes) {

  /** The name of an input; empty where there is none. */
  Optional<String> input(int i) {
    return Optional.of(i)
        .filter(each -> each < inputs.size())
        .map(inputs::get)
        .filter(name -> !name.isEmpty());
  }

  String output() {
    return outputs.get(0);
  }

  boolean says(String attribute) {
    return attributes.has(attribute);
  }

  int integer(String attribute, int otherwise) {
    return says(attribute) ? attributes.get(attribute).getAsInt() : otherwise;
  }

  boolean flag(String attribute) {
    return integer(attribute, 0) == 1;
  }

  double number(String attribute, double otherwise) {
    return says(attribute) ? attributes.get(attribute).getAsDouble() : otherwise;
  }

  String text(String attribute, String otherwise) {
    return says(attribute) ? attributes.get(attribute).getAsString() : otherwise;
  }

  Optional<int[]> integers(String attribute) {
    return Optional.of(attribute)
        .filter(this::says)
        .map(attributes::getAsJsonArray)
        .map(Node::integers);
  }

  /** The numbers of an attribute, or as many of one number. */
  int[] integers(String attribute, int count, int otherwise) {
    return integers(attribute)
        .orElseGet(() -> IntStream.generate(() -> otherwise).limit(count).toArray());
  }

  private static int[] integers(JsonArray array) {
    return IntStream.range(0, array.size()).map(i -> array.get(i).getAsInt()).toArray();
  }
}

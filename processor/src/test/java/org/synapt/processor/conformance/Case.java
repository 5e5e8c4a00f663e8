package org.synapt.processor.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A small network with what it is given and what it is to give.
 *
 * @param name the name of ONNX's test
 * @param group the operator that is tested, or where a network of several comes from
 * @param opset the version of the operators, which some of their rules depend on
 * @param nodes calls of operators, each behind those that it needs
 * @param given all arrays that are given, parameters and constants too
 * @param inputs the names of those that are the network's inputs
 * @param expected what is to come out
 */
record Case(
    String name,
    String group,
    int opset,
    List<Node> nodes,
    Map<String, Array> given,
    List<String> inputs,
    Map<String, Array> expected) {

  /** The same with one of the expected numbers multiplied by something. */
  Case with(String other, String output, int element, double factor) {
    Array right = expected.get(output);
    double[] numbers = right.numbers().clone();
    numbers[element] *= factor;
    Map<String, Array> wrong = new LinkedHashMap<>(expected);
    wrong.put(output, new Array(right.type(), right.shape(), numbers));
    return new Case(other, group, opset, nodes, given, inputs, wrong);
  }
}

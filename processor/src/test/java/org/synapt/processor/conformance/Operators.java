package org.synapt.processor.conformance;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.Map;

/** The declarations of all of ONNX's operators that there are declarations for. */
final class Operators {
  private static final Map<String, Operator> KNOWN = known();

  private static final Map<String, String> MISSING =
      Map.ofEntries(
          entry("Adagrad", "optimizers, which ONNX defines otherwise"),
          entry("Adam", "optimizers, which ONNX defines otherwise"),
          entry("ArgMax", "positions of extremes"),
          entry("ArgMin", "positions of extremes"),
          entry("CumSum", "running sums"),
          entry("Expand", "copies along an axis"),
          entry("Equal", "whole numbers"),
          entry("GatherElements", "look-ups"),
          entry("GatherND", "look-ups"),
          entry("Hardmax", "positions of extremes"),
          entry("Momentum", "optimizers, which ONNX defines otherwise"),
          entry("OneHot", "one-hot codes of whole numbers"),
          entry("ReduceProd", "products along an axis"),
          entry("Scatter", "look-ups"),
          entry("ScatterElements", "look-ups"),
          entry("Tile", "copies along an axis"),
          entry("TopK", "positions of extremes"));

  private Operators() {}

  private static Map<String, Operator> known() {
    Map<String, Operator> operators = new HashMap<>(Elementwise.arithmetic());
    operators.putAll(Elementwise.activations());
    operators.putAll(Attentions.operators());
    operators.putAll(Images.operators());
    operators.putAll(Lookups.operators());
    operators.putAll(Losses.operators());
    operators.putAll(Normalizations.operators());
    operators.putAll(Poolings.operators());
    operators.putAll(Products.operators());
    operators.putAll(Recurrents.operators());
    operators.putAll(Reductions.operators());
    operators.putAll(Shaping.operators());
    return operators;
  }

  /**
   * The declaration that means what a case asks for.
   *
   * @throws OutOfScope if there is none
   */
  static Declaration declare(Case onnx) {
    Case it = Recurrents.batchFirst(onnx);
    for (Node node : it.nodes()) {
      if (!KNOWN.containsKey(node.op())) {
        throw new OutOfScope(MISSING.getOrDefault(node.op(), node.op()));
      }
    }
    Declaration declaration = new Declaration(it, Frames.of(it));
    for (Node node : it.nodes()) {
      KNOWN.get(node.op()).write(node, declaration);
    }
    declaration.finish();
    return declaration;
  }
}

package org.synapt.backend.java;

import java.util.Arrays;
import org.synapt.buffer.Buffer;

/**
 * W, U and the biases, packed once for all steps and threads.
 *
 * <p>Gates that multiply the same rows make one matrix, no wider than a block of a product:
 *
 * <pre>
 * forward    [W_i W_f W_c W_o] and [U_i U_f U_c U_o]
 * backward   [U_iᵀ W_iᵀ], below it [U_fᵀ W_fᵀ], and so on
 * </pre>
 */
final class RecurrentWeights {
  private static final int MOST_GROUPS = 4;

  private final PackedRows[] inputs = new PackedRows[MOST_GROUPS];
  private final PackedRows[] units = new PackedRows[MOST_GROUPS];
  private final int[] from = new int[MOST_GROUPS];
  private final int[] to = new int[MOST_GROUPS];
  private int groups;

  private float[] biases = {};
  private float[] innerBiases = {};

  RecurrentWeights() {
    for (int i = 0; i < MOST_GROUPS; i++) {
      inputs[i] = new PackedRows();
      units[i] = new PackedRows();
    }
  }

  /** How many groups of gates there are. */
  int groups() {
    return groups;
  }

  /** The first gate of a group. */
  int from(int group) {
    return from[group];
  }

  /** The gate after the last of a group. */
  int to(int group) {
    return to[group];
  }

  /** W of a group, forward. */
  PackedRows inputs(int group) {
    return inputs[group];
  }

  /** U of a group; backward with W beside it, where each step gives dx. */
  PackedRows units(int group) {
    return units[group];
  }

  /** b, for the gates one behind the other. */
  float[] biases() {
    return biases;
  }

  /** b' of a GRU with reset after. */
  float[] innerBiases() {
    return innerBiases;
  }

  /** Packs for the way forward. */
  void pack(RecurrentCall call) {
    divide(call, ProductBlock.COLUMNS / call.units, call.resetBefore);
    for (int i = 0; i < groups; i++) {
      int columns = (to[i] - from[i]) * call.units;
      pack(inputs[i], call.inputs, columns, call.kernel, from[i] * call.units, call.columns);
      pack(units[i], call.units, columns, call.recurrentKernel, from[i] * call.units, call.columns);
    }
    biases = bias(biases, call, 0);
    innerBiases = bias(innerBiases, call, call.resetAfter ? call.columns : call.bias.length());
  }

  private static void pack(
      PackedRows packed, int depth, int columns, Buffer matrix, int column, int step) {
    packed.begin(depth, columns);
    packed.put(ArrayBuffer.array(matrix), ArrayBuffer.at(matrix) + column, step, columns);
  }

  private static float[] bias(float[] array, RecurrentCall call, int at) {
    float[] bias = RecurrentCall.fitting(array, call.columns);
    if (at < call.bias.length()) {
      call.bias.get(at, bias, 0, call.columns);
    } else {
      Arrays.fill(bias, 0, call.columns, 0f);
    }
    return bias;
  }

  /** Packs for the way back. */
  void packTransposed(RecurrentCall call) {
    divide(call, MOST_GROUPS, call.resetBefore || call.resetAfter);
    groups = call.resetAfter ? groups - 1 : groups;
    for (int i = 0; i < groups; i++) {
      packTransposed(call, i, from[i], to[i], /* h= */ true, call.stepsGiveDx);
    }
    if (call.resetAfter) {
      addCandidate(call);
    }
  }

  /** The gradients of a candidate with reset after: the third is x's, and the fourth is h's. */
  private void addCandidate(RecurrentCall call) {
    if (call.stepsGiveDx) {
      from[groups] = 2;
      packTransposed(call, groups, 2, 3, /* h= */ false, /* x= */ true);
      to[groups++] = 3;
    }
    from[groups] = 3;
    packTransposed(call, groups, 2, 3, /* h= */ true, /* x= */ false);
    to[groups++] = 4;
  }

  private void packTransposed(
      RecurrentCall call, int group, int first, int end, boolean h, boolean x) {
    int columns = call.units + (x ? call.inputs : 0);
    units[group].begin((end - first) * call.units, columns);
    if (h) {
      putTransposed(call, group, 0, call.recurrentKernel, first, call.units);
    }
    if (x) {
      putTransposed(call, group, call.units, call.kernel, first, call.inputs);
    }
  }

  private void putTransposed(
      RecurrentCall call, int group, int column, Buffer matrix, int gate, int count) {
    int at = ArrayBuffer.at(matrix) + gate * call.units;
    units[group].putTransposed(column, ArrayBuffer.array(matrix), at, call.columns, count);
  }

  /** All gates with masks read rows of their own, and so may the last. */
  private void divide(RecurrentCall call, int widest, boolean lastIsApart) {
    int most = call.masksGates() ? 1 : Math.max(1, widest);
    int alike = call.gates - (lastIsApart ? 1 : 0);
    groups = 0;
    for (int gate = 0; gate < call.gates; gate = to[groups - 1]) {
      from[groups] = gate;
      to[groups] = Math.min(gate + most, gate < alike ? alike : call.gates);
      groups++;
    }
  }
}

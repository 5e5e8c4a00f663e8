package org.synapt.network;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.synapt.buffer.Buffer;

/**
 * What a pass reads of others' memory and writes there: in place where its buffers can stand for
 * those of others, by one copy where they cannot.
 *
 * <p>Inputs are read in place where nothing is written there, and outputs written in place where
 * nothing else is read or written: neither the pass's own memory, nor the parameters, nor another
 * input or output.
 */
final class Exchange {
  private static final int[] NO_EXTENTS = {};

  private final PredictionPass pass;
  private final List<Buffer> inputs;
  private final List<Buffer> outputs;
  private final boolean[] alone;
  private final boolean[] inPlace;
  private final float[] room = new float[Values.room(Integer.MAX_VALUE)];

  Exchange(PredictionPass pass) {
    this.pass = pass;
    this.inputs = pass.inputs();
    this.outputs = pass.outputs();
    this.alone = new boolean[outputs.size()];
    this.inPlace = new boolean[outputs.size()];
    for (int i = 0; i < alone.length; i++) {
      alone[i] = isAlone(i);
    }
  }

  /** Whether an output has memory that is no input's, no other output's and no parameter's. */
  private boolean isAlone(int output) {
    Buffer buffer = outputs.get(output);
    boolean alone = !pass.network().memory().overlaps(buffer);
    for (int i = 0; i < inputs.size(); i++) {
      alone &= inputs.get(i) != buffer;
    }
    for (int i = 0; i < outputs.size(); i++) {
      alone &= i == output || outputs.get(i) != buffer;
    }
    return alone;
  }

  /** What {@link Network#predict(int, List, List)} says. */
  static void predict(Network network, int examples, List<Buffer> given, List<Buffer> taken) {
    int[] extents = requireInputs(network.signature(), examples, given);
    requireOutputs(network.signature(), examples, extents, taken);
    int batch;
    for (int done = 0; done < examples; done += batch) {
      batch = Math.min(examples - done, Network.LARGEST_BATCH);
      network.prediction(batch, extents).exchange().predict(batch, done, given, taken);
    }
  }

  /** What {@link Network#value(String, int, List, Buffer)} says. */
  static void value(Network network, String row, int examples, List<Buffer> given, Buffer values) {
    int number = network.signature().number(row);
    int[] extents = requireInputs(network.signature(), examples, given);
    requireRoom(row, values, examples, network.signature().rows().get(number).size(extents));
    List<Buffer> taken = Collections.singletonList(values);
    int batch;
    for (int done = 0; done < examples; done += batch) {
      batch = Math.min(examples - done, Network.LARGEST_BATCH);
      network.prediction(batch, extents).exchange().value(number, batch, done, given, taken);
    }
  }

  /** What each batch decides follows from the lengths of the inputs, if anything does. */
  private static int[] requireInputs(Signature signature, int examples, List<Buffer> given) {
    if (examples < 0) {
      throw new IllegalArgumentException(
          signature.name() + " cannot predict for " + examples + " examples");
    }
    requireCount(signature, "inputs", signature.inputs(), given);
    int[] extents = extents(signature, examples, given);
    for (int i = 0; i < given.size(); i++) {
      InputSpec input = signature.inputs().get(i);
      requireRoom(input.name(), given.get(i), examples, input.size(extents));
      if (input.below() > 0) {
        requireWhole(input, given.get(i), examples, input.size(extents));
      }
    }
    return extents;
  }

  /** Looks at all numbers before anything is computed. */
  private static void requireWhole(InputSpec input, Buffer given, int examples, int perExample) {
    int count = examples * perExample;
    float[] numbers = new float[Values.room(count)];
    for (int done = 0; done < count; done += numbers.length) {
      int n = Math.min(count - done, numbers.length);
      given.get(done, numbers, 0, n);
      int wrong = input.firstRefused(numbers, 0, n);
      if (wrong >= 0) {
        throw Values.refused(input, done + wrong, perExample, numbers[wrong]);
      }
    }
  }

  private static int[] extents(Signature signature, int examples, List<Buffer> given) {
    if (signature.extents() == 0) {
      return NO_EXTENTS;
    }
    Extents extents = new Extents(signature);
    for (int i = 0; i < given.size() && examples > 0; i++) {
      String name = signature.inputs().get(i).name();
      extents.input(i, Extents.perExample(name, given.get(i).length(), examples));
    }
    return extents.find();
  }

  private static void requireOutputs(
      Signature signature, int examples, int[] extents, List<Buffer> taken) {
    requireCount(signature, "outputs", signature.outputs(), taken);
    for (int i = 0; i < taken.size(); i++) {
      OutputSpec output = signature.outputs().get(i);
      requireRoom(output.name(), taken.get(i), examples, output.size(extents));
    }
  }

  private static void requireCount(
      Signature signature, String what, List<?> wanted, List<Buffer> found) {
    if (found.size() != wanted.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has the %s %s: one buffer for each, not %d",
              signature.name(),
              what,
              wanted,
              found.size()));
    }
  }

  private static void requireRoom(String name, Buffer buffer, int examples, int perExample) {
    Values.requireRange(name, buffer.length(), 0, (long) examples * perExample);
  }

  /** A turn: {@code batch} examples, before which {@code done} stand in the buffers. */
  private void predict(int batch, int done, List<Buffer> given, List<Buffer> taken) {
    try {
      bring(batch, done, given, taken);
      for (int i = 0; i < outputs.size(); i++) {
        inPlace[i] = alone[i] && isFree(i, taken) && borrowOutput(i, batch, done, taken);
      }
      pass.forward(batch);
      for (int i = 0; i < outputs.size(); i++) {
        int size = pass.network().signature().outputs().get(i).size(pass.extents());
        if (!inPlace[i]) {
          Values.copy(outputs.get(i), taken.get(i), done * size, batch * size, room);
        }
      }
    } finally {
      giveBack();
    }
  }

  /** A turn of the rows down to one. */
  private void value(int row, int batch, int done, List<Buffer> given, List<Buffer> taken) {
    int size = pass.network().signature().rows().get(row).size(pass.extents());
    try {
      bring(batch, done, given, taken);
      Values.copy(pass.run(row, batch), taken.get(0), done * size, batch * size, room);
    } finally {
      giveBack();
    }
  }

  private void bring(int batch, int done, List<Buffer> given, List<Buffer> taken) {
    for (int i = 0; i < inputs.size(); i++) {
      InputSpec input = pass.network().signature().inputs().get(i);
      int at = done * input.size(pass.extents());
      int count = batch * input.size(pass.extents());
      Buffer source = given.get(i);
      if (stays(source, taken) && inputs.get(i).borrow(part(source, at, count))) {
        requireFinite(input.name(), source, at, count);
      } else {
        bring(input.name(), source, at, count, inputs.get(i));
      }
    }
  }

  private void requireFinite(String name, Buffer source, int at, int count) {
    int wrong = source.firstNotFinite(at, count, room);
    if (wrong >= 0) {
      source.get(wrong, room, 0, 1);
      throw Values.notFinite(name, wrong, room[0]);
    }
  }

  /** Copies floats, and looks at them on their way. */
  private void bring(String name, Buffer source, int at, int count, Buffer input) {
    for (int done = 0; done < count; done += room.length) {
      int n = Math.min(count - done, room.length);
      source.get(at + done, room, 0, n);
      Values.requireFiniteBehind(at + done, name, room, n);
      input.put(done, room, 0, n);
    }
  }

  /** Whether an input of the caller's stays as it is whatever is written. */
  private boolean stays(Buffer source, List<Buffer> taken) {
    boolean stays = !pass.arena().overlaps(source);
    for (int i = 0; stays && i < taken.size(); i++) {
      stays = !taken.get(i).overlaps(source);
    }
    return stays;
  }

  /** Whether an output of the caller's can be written while all other memory is in use. */
  private boolean isFree(int output, List<Buffer> taken) {
    Buffer target = taken.get(output);
    boolean free = !pass.arena().overlaps(target) && !pass.network().memory().overlaps(target);
    for (int i = 0; free && i < taken.size(); i++) {
      free = i == output || !taken.get(i).overlaps(target);
    }
    return free;
  }

  private boolean borrowOutput(int output, int batch, int done, List<Buffer> taken) {
    int size = pass.network().signature().outputs().get(output).size(pass.extents());
    return outputs.get(output).borrow(part(taken.get(output), done * size, batch * size));
  }

  private static Buffer part(Buffer buffer, int at, int count) {
    return at == 0 && count == buffer.length() ? buffer : buffer.slice(at, count);
  }

  private void giveBack() {
    for (int i = 0; i < inputs.size(); i++) {
      inputs.get(i).giveBack();
    }
    for (int i = 0; i < outputs.size(); i++) {
      outputs.get(i).giveBack();
    }
  }
}

package org.synapt.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The class of each example, read off a target, and how many examples each class has. */
final class Classes {
  private final Column target;
  private final int[] ofExample;
  private final List<String> names = new ArrayList<>();
  private final List<Integer> counts = new ArrayList<>();

  private Classes(Column target) {
    this.target = target;
    this.ofExample = new int[target.count()];
  }

  /**
   * The classes of a target: of one float, each different number is one; of more, where the 1 is.
   * They are counted in the order in which they first come.
   */
  static Classes of(Column labels) {
    Column target = labels.onHeap();
    Classes classes = new Classes(target);
    Map<Float, Integer> numbers = new LinkedHashMap<>();
    for (int i = 0; i < target.count(); i++) {
      float label = target.width() == 1 ? label(target, i) : one(target, i);
      Integer number = numbers.get(label);
      if (number == null) {
        number = numbers.size();
        numbers.put(label, number);
        classes.names.add(label == (int) label ? String.valueOf((int) label) : label + "");
        classes.counts.add(0);
      }
      classes.ofExample[i] = number;
      classes.counts.set(number, classes.counts.get(number) + 1);
    }
    return classes;
  }

  /** The target whose classes are meant where nobody says which. */
  static Column onlyTarget(Examples examples) {
    if (examples.targets().size() != 1) {
      throw new IllegalArgumentException(
          "the examples have the targets " + examples.targets() + "; say whose classes are meant");
    }
    return examples.targets().get(0);
  }

  private static float label(Column target, int example) {
    float label = target.value(example, 0);
    if (Float.isNaN(label) || Float.isInfinite(label)) {
      throw new IllegalArgumentException(
          target.name() + " of example " + example + " is " + label + ", which is no class");
    }
    // Zero has one class, whatever its sign.
    return label + 0f;
  }

  private static int one(Column target, int example) {
    int found = -1;
    for (int j = 0; j < target.width(); j++) {
      float value = target.value(example, j);
      if (value == 1 && found < 0) {
        found = j;
      } else if (value != 0) {
        throw new IllegalArgumentException(
            target.name()
                + " of example "
                + example
                + " is no class: "
                + value
                + " at "
                + j
                + (found < 0 ? "" : " behind the 1 at " + found)
                + ", where a row of 0 with a single 1 is due");
      }
    }
    if (found < 0) {
      throw new IllegalArgumentException(
          target.name()
              + " of example "
              + example
              + " is no class: all "
              + target.width()
              + " floats are 0");
    }
    return found;
  }

  /** How many classes there are. */
  int count() {
    return counts.size();
  }

  /** How many examples a class has. */
  int members(int number) {
    return counts.get(number);
  }

  /** The examples of a class, in the order in which they lie. */
  int[] examples(int number) {
    int[] examples = new int[members(number)];
    int at = 0;
    for (int i = 0; i < ofExample.length; i++) {
      if (ofExample[i] == number) {
        examples[at++] = i;
      }
    }
    return examples;
  }

  /** Requires that each class has so many examples. */
  void requireMembers(int least, String why) {
    for (int number = 0; number < count(); number++) {
      if (members(number) < least) {
        throw new IllegalArgumentException(
            target.name()
                + ": class "
                + names.get(number)
                + " has "
                + members(number)
                + (members(number) == 1 ? " example, fewer than " : " examples, fewer than ")
                + why);
      }
    }
  }
}

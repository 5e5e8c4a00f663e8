package org.synapt.processor;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** The way of one declaration through the rooms: prints what leaves one, remembers the last. */
final class Journey {
  private final String dumped;
  private final Consumer<String> printer;
  private String room = "";
  private Object last = "";

  /**
   * A journey.
   *
   * @param dumped the room of which to print what leaves it
   */
  Journey(String dumped, Consumer<String> printer) {
    this.dumped = dumped;
    this.printer = printer;
  }

  /** Takes a step in a room, and what comes of it to the next. */
  <T> T through(String room, Supplier<T> step) {
    this.room = room;
    T result = step.get();
    if (room.equals(dumped)) {
      printer.accept(result.equals(last) ? "(unchanged)" : result.toString());
    }
    last = result;
    return result;
  }

  /** The room that was entered last. */
  String room() {
    return room;
  }

  /** What left the room before it, as text. */
  String last() {
    return last.toString();
  }
}

package org.synapt.processor.card;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Places boxes in levels, each below all that it takes, and leads arrows past the levels that they
 * cross.
 *
 * <p>Source: Sugiyama, Tagawa and Toda, Methods for Visual Understanding of Hierarchical System
 * Structures, 1981: levels, stand-ins for long arrows, order by the mean of the neighbours.
 */
final class Layout {
  static final int LINE = 17;

  private static final int BOX_GAP = 26;
  private static final int LEVEL_GAP = 34;
  private static final int BEND_WIDTH = 14;
  private static final int SWEEPS = 4;
  private static final double LETTER = 7.3;
  private static final int PADDING = 28;

  private final Map<String, Box> boxes = new LinkedHashMap<>();
  private final Map<String, Integer> levelOf = new HashMap<>();
  private final List<List<Cell>> levels = new ArrayList<>();
  private final Map<String, Cell> cells = new LinkedHashMap<>();
  private final List<List<Cell>> arrows = new ArrayList<>();

  /** A box on its level, or the bend of an arrow that crosses it. */
  static final class Cell {
    final double width;
    final List<Cell> above = new ArrayList<>();
    final List<Cell> below = new ArrayList<>();
    double x;
    double top;
    double height;

    Cell(double width, double height) {
      this.width = width;
      this.height = height;
    }
  }

  Layout(List<Box> drawn) {
    drawn.forEach(box -> boxes.put(box.name(), box));
    boxes.values().forEach(this::level);
    boxes.values().forEach(this::lower);
    boxes.values().forEach(this::put);
    boxes.values().forEach(this::connect);
    for (int i = 0; i < SWEEPS; i++) {
      spread();
      levels.forEach(level -> level.sort(Comparator.comparingDouble(it -> mean(it.above, it.x))));
      spread();
      levels.forEach(level -> level.sort(Comparator.comparingDouble(it -> mean(it.below, it.x))));
    }
    spread();
    stack();
  }

  private int levelOf(String box) {
    return levelOf.getOrDefault(box, 0);
  }

  private void level(Box box) {
    levelOf.put(
        box.name(), box.operands().stream().mapToInt(it -> levelOf(it) + 1).max().orElse(0));
  }

  /** An input stands just above the first that takes it. */
  private void lower(Box box) {
    if (box.operands().isEmpty()) {
      boxes.values().stream()
          .filter(it -> it.operands().contains(box.name()))
          .mapToInt(it -> levelOf(it.name()) - 1)
          .min()
          .ifPresent(level -> levelOf.put(box.name(), level));
    }
  }

  private void put(Box box) {
    int letters = box.lines().stream().mapToInt(String::length).max().orElse(0);
    Cell cell = new Cell(letters * LETTER + PADDING, (box.lines().size() + 0.9) * LINE);
    cells.put(box.name(), cell);
    at(levelOf(box.name())).add(cell);
  }

  private List<Cell> at(int level) {
    while (levels.size() <= level) {
      levels.add(new ArrayList<>());
    }
    return levels.get(level);
  }

  private void connect(Box box) {
    for (String operand : box.operands()) {
      List<Cell> arrow = new ArrayList<>(List.of(cell(operand)));
      for (int level = levelOf(operand) + 1; level < levelOf(box.name()); level++) {
        Cell bend = new Cell(BEND_WIDTH, 0);
        at(level).add(bend);
        arrow.add(bend);
      }
      arrow.add(cell(box.name()));
      for (int i = 1; i < arrow.size(); i++) {
        arrow.get(i - 1).below.add(arrow.get(i));
        arrow.get(i).above.add(arrow.get(i - 1));
      }
      arrows.add(arrow);
    }
  }

  private static double mean(List<Cell> neighbours, double otherwise) {
    return neighbours.stream().mapToDouble(it -> it.x).average().orElse(otherwise);
  }

  /** Places the cells of each level one beside the other, the middle of the level at 0. */
  private void spread() {
    for (List<Cell> level : levels) {
      double width = level.stream().mapToDouble(it -> it.width + BOX_GAP).sum() - BOX_GAP;
      double left = -width / 2;
      for (Cell cell : level) {
        cell.x = left + cell.width / 2;
        left += cell.width + BOX_GAP;
      }
    }
  }

  private void stack() {
    double top = 0;
    for (List<Cell> level : levels) {
      double height = level.stream().mapToDouble(it -> it.height).max().orElse(0);
      for (Cell cell : level) {
        cell.top = top;
        cell.height = cell.height == 0 ? height : cell.height;
      }
      top += height + LEVEL_GAP;
    }
  }

  Cell cell(String box) {
    return Objects.requireNonNull(cells.get(box));
  }

  /** The cells through which each arrow leads. */
  List<List<Cell>> arrows() {
    return arrows;
  }

  double left() {
    return all().stream().mapToDouble(it -> it.x - it.width / 2).min().orElse(0);
  }

  double width() {
    return all().stream().mapToDouble(it -> it.x + it.width / 2).max().orElse(0) - left();
  }

  double height() {
    return all().stream().mapToDouble(it -> it.top + it.height).max().orElse(0);
  }

  private List<Cell> all() {
    return levels.stream().flatMap(List::stream).toList();
  }
}

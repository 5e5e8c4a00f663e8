package org.synapt.processor.emission;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.synapt.processor.plan.Plan;
import org.synapt.processor.shape.Shape;

/**
 * The numbers that each batch decides, as arguments of methods: {@code int any, int any2}. A
 * network that has none of them says nothing of it.
 *
 * @param symbols those that the network has, {@code any} first
 */
record SymbolicExtents(List<Integer> symbols) {

  static SymbolicExtents of(Plan plan) {
    return new SymbolicExtents(plan.symbols());
  }

  boolean isEmpty() {
    return symbols.isEmpty();
  }

  List<String> names() {
    return symbols.stream().map(Shape::text).toList();
  }

  /** These names and others, which nothing else may be called. */
  List<String> and(List<String> taken) {
    List<String> all = new ArrayList<>(taken);
    all.addAll(names());
    return all;
  }

  /** What the methods of an adapter say besides, where there are symbols. */
  List<String> andOfAdapter(List<String> taken) {
    List<String> all = new ArrayList<>(taken);
    if (!isEmpty()) {
      all.addAll(List.of("Signature", "extents"));
    }
    return all;
  }

  /** {@code where any is 1}, {@code where any and any2 are 1}. */
  String whereOne() {
    return "where " + String.join(" and ", names()) + (symbols.size() == 1 ? " is 1" : " are 1");
  }

  /** {@code int any}, without a word of what it is. */
  void declare(MethodSpec.Builder method) {
    names().forEach(name -> method.addParameter(TypeName.INT, name));
  }

  /** {@code int any}, and what it is. */
  void explain(MethodSpec.Builder method) {
    declare(method);
    names()
        .forEach(
            name ->
                method.addJavadoc("@param $L the extent {@code $L} of these arrays\n", name, name));
  }

  /** {@code any, } in front of other arguments; the runtime is not told of those left out. */
  CodeBlock before() {
    return CodeBlock.of(names().stream().map(name -> name + ",$W").reduce("", String::concat));
  }

  /**
   * {@code , any} behind other arguments, as the runtime counts extents: 1 stands for one that the
   * network has not, where there is one behind it.
   */
  CodeBlock following() {
    return CodeBlock.of(runtime().stream().map(text -> ",$W" + text).reduce("", String::concat));
  }

  /** {@code any}, as the runtime counts extents. */
  CodeBlock alone() {
    return CodeBlock.of(String.join(",$W", runtime()));
  }

  private List<String> runtime() {
    int last = symbols.stream().mapToInt(symbol -> -symbol).max().orElse(0);
    return IntStream.rangeClosed(1, last)
        .mapToObj(i -> symbols.contains(-i) ? Shape.text(-i) : "1")
        .toList();
  }

  /** {@code , extents[0]} behind other arguments: those that the network has. */
  CodeBlock ofArray() {
    return CodeBlock.of(
        symbols.stream().map(symbol -> ",$W" + element(symbol)).reduce("", String::concat));
  }

  /** {@code extents[0], } in front of other arguments. */
  CodeBlock ofArrayBefore() {
    return CodeBlock.of(
        symbols.stream().map(symbol -> element(symbol) + ",$W").reduce("", String::concat));
  }

  /** {@code 28}, {@code extents[0]}. */
  CodeBlock known(Integer extent) {
    return CodeBlock.of("$L", extent < 0 ? element(extent) : Numbers.whole(extent));
  }

  private static String element(int symbol) {
    return "extents[" + (-symbol - 1) + "]";
  }
}

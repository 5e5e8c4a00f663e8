package org.synapt.processor.emission;

import static java.util.stream.Collectors.joining;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import javax.lang.model.element.Modifier;
import org.synapt.processor.shape.Window;
import org.synapt.processor.shape.Windows;

/**
 * The windows of a network, each a constant whose name says what it is: {@code
 * WINDOWS_3X3_OVER_28X28}. Both passes use the same, for a backend knows windows by their object.
 */
final class WindowFields {
  private final Identifiers fields;
  private final Map<Windows, String> names = new LinkedHashMap<>();

  WindowFields(Identifiers fields) {
    this.fields = fields;
  }

  CodeBlock of(Windows windows) {
    return CodeBlock.of("$L", names.computeIfAbsent(windows, this::name));
  }

  private String name(Windows windows) {
    List<Window> axes = windows.axes();
    StringBuilder text = new StringBuilder("windows ").append(joined(axes, Window::size));
    text.append(" over ").append(joined(axes, Window::extent));
    if (strides(axes)) {
      text.append(" by ").append(shortly(axes, Window::stride));
    }
    if (dilated(axes)) {
      text.append(" dilated ").append(shortly(axes, Window::dilation));
    }
    if (padded(axes)) {
      text.append(" padded");
    }
    String unique = text.toString();
    for (int i = 2; names.containsValue(fields.constant(unique)); i++) {
      unique = text + " no " + i;
    }
    return fields.constant(unique);
  }

  private static String joined(List<Window> axes, ToIntFunction<Window> number) {
    return axes.stream().map(axis -> "" + number.applyAsInt(axis)).collect(joining("x"));
  }

  /** One number where it is that of every axis. */
  private static String shortly(List<Window> axes, ToIntFunction<Window> number) {
    boolean alike = axes.stream().mapToInt(number).distinct().count() == 1;
    return joined(alike ? axes.subList(0, 1) : axes, number);
  }

  private static boolean strides(List<Window> axes) {
    return axes.stream().anyMatch(axis -> axis.stride() > 1);
  }

  private static boolean dilated(List<Window> axes) {
    return axes.stream().anyMatch(axis -> axis.dilation() > 1);
  }

  private static boolean padded(List<Window> axes) {
    return axes.stream().anyMatch(axis -> axis.padding() > 0);
  }

  List<FieldSpec> specs() {
    return names.entrySet().stream()
        .map(
            entry ->
                FieldSpec.builder(RuntimeNames.WINDOWS, entry.getValue())
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer(value(entry.getKey()))
                    .build())
        .toList();
  }

  /** {@code Windows.over(28, 28).sized(3, 3).padding(1, 1, 1, 1)}. */
  private static CodeBlock value(Windows windows) {
    List<Window> axes = windows.axes();
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("$T.over($L)", RuntimeNames.WINDOWS, numbers(axes, Window::extent))
            .add("$Z.sized($L)", numbers(axes, Window::size));
    if (strides(axes)) {
      code.add("$Z.strides($L)", numbers(axes, Window::stride));
    }
    if (dilated(axes)) {
      code.add("$Z.dilated($L)", numbers(axes, Window::dilation));
    }
    if (padded(axes)) {
      String padding =
          axes.stream().map(axis -> axis.before() + ", " + axis.after()).collect(joining(", "));
      code.add("$Z.padding($L)", padding);
    }
    return code.build();
  }

  private static String numbers(List<Window> axes, ToIntFunction<Window> number) {
    return axes.stream().map(axis -> Numbers.whole(number.applyAsInt(axis))).collect(joining(", "));
  }
}

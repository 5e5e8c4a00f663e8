package org.synapt.processor.emission;

import static java.util.stream.Collectors.joining;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import javax.lang.model.element.Modifier;
import org.synapt.processor.shape.Window;
import org.synapt.processor.shape.Windows;

/** The windows of a pass, each a field that says what they are: {@code windows3x3Over28x28}. */
final class WindowFields {
  private final Identifiers fields;
  private final Map<Windows, String> names = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();

  WindowFields(Identifiers fields) {
    this.fields = fields;
  }

  CodeBlock of(Windows windows) {
    return CodeBlock.of("$L", names.computeIfAbsent(windows, this::name));
  }

  private String name(Windows windows) {
    List<Window> axes = windows.axes();
    String text = "windows." + joined(axes, Window::size) + ".over." + joined(axes, Window::extent);
    if (axes.stream().anyMatch(axis -> axis.stride() > 1)) {
      text += ".by." + joined(axes, Window::stride);
    }
    if (axes.stream().anyMatch(axis -> axis.dilation() > 1)) {
      text += ".dilated." + joined(axes, Window::dilation);
    }
    String unique = text;
    for (int i = 2; !taken.add(unique); i++) {
      unique = text + ".no." + i;
    }
    return fields.of(unique);
  }

  private static String joined(List<Window> axes, ToIntFunction<Window> number) {
    return axes.stream().map(axis -> "" + number.applyAsInt(axis)).collect(joining("x"));
  }

  List<FieldSpec> specs() {
    return names.entrySet().stream()
        .map(
            entry ->
                FieldSpec.builder(
                        RuntimeNames.WINDOWS, entry.getValue(), Modifier.PRIVATE, Modifier.FINAL)
                    .initializer(value(entry.getKey()))
                    .build())
        .toList();
  }

  /** {@code Windows.over(28, 28).size(3, 3).padding(1, 1, 1, 1)}. */
  private static CodeBlock value(Windows windows) {
    List<Window> axes = windows.axes();
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("$T.over($L)", RuntimeNames.WINDOWS, numbers(axes, Window::extent))
            .add("$Z.size($L)", numbers(axes, Window::size));
    if (axes.stream().anyMatch(axis -> axis.stride() > 1)) {
      code.add("$Z.strides($L)", numbers(axes, Window::stride));
    }
    if (axes.stream().anyMatch(axis -> axis.dilation() > 1)) {
      code.add("$Z.dilation($L)", numbers(axes, Window::dilation));
    }
    if (axes.stream().anyMatch(axis -> axis.before() + axis.after() > 0)) {
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

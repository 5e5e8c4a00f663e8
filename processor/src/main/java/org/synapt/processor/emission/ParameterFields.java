package org.synapt.processor.emission;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import org.synapt.processor.declaration.Constant;
import org.synapt.processor.layer.ConstraintSpec;
import org.synapt.processor.layer.InitializerSpec;
import org.synapt.processor.layer.ParameterSpec;
import org.synapt.processor.model.Entry;
import org.synapt.processor.model.Model;

/** A field for each parameter: weights first, then what else is trained, then what is not. */
final class ParameterFields {
  private final Map<String, ParameterSpec> parameters = new LinkedHashMap<>();
  private final Identifiers fields;

  ParameterFields(Model model, Identifiers fields) {
    this.fields = fields;
    for (Entry entry : model.entries()) {
      for (ParameterSpec spec : entry.parameters()) {
        parameters.putIfAbsent(entry.owner() + "." + spec.name(), spec);
      }
    }
  }

  int floats() {
    return parameters.values().stream().mapToInt(spec -> (int) spec.shape().size()).sum();
  }

  /** The kernel that parameters need to be kept within bounds, if some are. */
  Optional<String> kernel() {
    boolean some = parameters.values().stream().anyMatch(spec -> spec.constraint().isPresent());
    return some ? Optional.of("Constrain") : Optional.empty();
  }

  List<FieldSpec> specs() {
    List<String> names = new ArrayList<>(parameters.keySet());
    names.sort(Comparator.comparing((String name) -> spec(name).role()));
    return names.stream().map(this::field).toList();
  }

  private ParameterSpec spec(String name) {
    return Objects.requireNonNull(parameters.get(name));
  }

  private FieldSpec field(String name) {
    ParameterSpec spec = spec(name);
    CodeBlock parameter = made(name, spec);
    return FieldSpec.builder(type(spec), fields.of(name))
        .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
        .initializer(
            spec.constraint()
                .map(it -> CodeBlock.of("constrained($L,$W$L)", parameter, constraint(it)))
                .orElse(parameter))
        .build();
  }

  private static ClassName type(ParameterSpec spec) {
    return spec.role() == ParameterSpec.Role.TABLE ? RuntimeNames.TABLE : RuntimeNames.PARAMETER;
  }

  /** A state starts with 0, all others somehow. */
  private static CodeBlock made(String name, ParameterSpec spec) {
    String role = spec.role().name().toLowerCase(Locale.ROOT);
    return spec.role() == ParameterSpec.Role.STATE
        ? CodeBlock.of("$L($S,$W$L)", role, name, Numbers.list(spec.shape()))
        : CodeBlock.of("$L($S,$W$L$L)", role, name, initializer(spec.initializer()), shape(spec));
  }

  /** The extents behind another argument; a single number has none. */
  private static CodeBlock shape(ParameterSpec spec) {
    return spec.shape().rank() == 0
        ? CodeBlock.of("")
        : CodeBlock.of(",$W$L", Numbers.list(spec.shape()));
  }

  private static CodeBlock constraint(ConstraintSpec spec) {
    List<CodeBlock> arguments = spec.arguments().stream().map(ParameterFields::argument).toList();
    return CodeBlock.of(
        "$T.$L($L)", RuntimeNames.CONSTRAINTS, spec.factory(), CodeBlock.join(arguments, ", "));
  }

  private static CodeBlock initializer(InitializerSpec spec) {
    List<CodeBlock> arguments = spec.arguments().stream().map(ParameterFields::argument).toList();
    return CodeBlock.of(
        "$T.$L($L)", RuntimeNames.INITIALIZERS, spec.factory(), CodeBlock.join(arguments, ", "));
  }

  private static CodeBlock argument(Object argument) {
    if (argument instanceof InitializerSpec others) {
      return initializer(others);
    }
    if (argument instanceof Constant constant) {
      boolean mode = constant.name().startsWith("FAN");
      return CodeBlock.of(
          "$T.$L", mode ? RuntimeNames.FAN_MODE : RuntimeNames.DISTRIBUTION, constant.name());
    }
    return CodeBlock.of(
        "$L",
        argument instanceof Integer
            ? argument
            : Numbers.decimal(((Number) argument).doubleValue()));
  }
}

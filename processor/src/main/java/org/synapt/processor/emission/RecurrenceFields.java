package org.synapt.processor.emission;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.GateFormulas;
import org.synapt.processor.op.Recurrent;
import org.synapt.processor.shape.Shape;

/**
 * The recurrences of a network and the functions of their gates, each a constant whose name says
 * what it is: {@code LSTM_64_OVER_80X128}. Where each batch decides how many steps there are, it is
 * a field of the pass, {@code lstm64OverAnyx128}.
 */
final class RecurrenceFields {
  private static final Pattern FUNCTION = Pattern.compile("(\\w+)\\(x\\)");

  /** What makes two recurrences the same. */
  private record Key(
      Recurrent.Cell cell, Shape x, int units, GateFormulas gates, Set<Recurrent.Option> options) {}

  private final Identifiers fields;
  private final FusedFormulas formulas;
  private final Map<GateFormulas, String> gates = new LinkedHashMap<>();
  private final Map<Key, String> names = new LinkedHashMap<>();
  private final Map<Key, String> ofPasses = new LinkedHashMap<>();

  RecurrenceFields(Identifiers fields, FusedFormulas formulas) {
    this.fields = fields;
    this.formulas = formulas;
  }

  /** The constant of what a layer does with a sequence of that shape. */
  CodeBlock of(Recurrent op, Shape x) {
    Key key = key(op, x);
    gatesOf(op.gates());
    return CodeBlock.of("$L", names.computeIfAbsent(key, it -> constant(text(it), names)));
  }

  private static Key key(Recurrent op, Shape x) {
    return new Key(op.cell(), x, op.units(), op.gates(), op.options());
  }

  private String constant(String text, Map<?, String> taken) {
    String unique = text;
    for (int i = 2; taken.containsValue(fields.constant(unique)); i++) {
      unique = text + " no " + i;
    }
    return fields.constant(unique);
  }

  /** The constant of the functions of gates. */
  private String gatesOf(GateFormulas functions) {
    String known = gates.get(functions);
    if (known == null) {
      known = constant(text(functions), gates);
      gates.put(functions, known);
    }
    return known;
  }

  private static String text(GateFormulas functions) {
    StringBuilder text = new StringBuilder("gates");
    Stream.of(functions.activation(), functions.recurrent())
        .distinct()
        .map(function -> FUNCTION.matcher(function.toString()))
        .filter(Matcher::matches)
        .forEach(function -> text.append(' ').append(function.group(1)));
    return text.toString();
  }

  private static String text(Key key) {
    StringBuilder text = new StringBuilder(key.cell.name().toLowerCase(Locale.ROOT));
    text.append(' ').append(key.units).append(" over ");
    text.append(Shape.text(key.x.extent(0))).append('x').append(key.x.last());
    for (Recurrent.Option option : key.options) {
      if (option != Recurrent.Option.ALIGNED && option != Recurrent.Option.RESET_AFTER) {
        text.append(' ').append(option.name().toLowerCase(Locale.ROOT));
      }
    }
    return text.toString().replace('_', ' ');
  }

  /** The field of a pass for a layer whose steps each batch decides. */
  FieldSpec ofPass(Recurrent op, Shape x) {
    Key key = key(op, x);
    String name = ofPasses.computeIfAbsent(key, it -> unique(text(it), ofPasses.size()));
    return FieldSpec.builder(RuntimeNames.RECURRENCE, name, Modifier.PRIVATE, Modifier.FINAL)
        .initializer(value(key))
        .build();
  }

  private String unique(String text, int taken) {
    String name = fields.of(text.replace(' ', '.'));
    return ofPasses.containsValue(name) ? fields.of(text.replace(' ', '.') + ".no." + taken) : name;
  }

  /** The constants: the functions first, because the recurrences take them. */
  List<FieldSpec> specs() {
    List<FieldSpec> specs = new ArrayList<>();
    gates.forEach(
        (functions, name) ->
            specs.add(constant(RuntimeNames.GATE_FUNCTIONS, name, functions(functions))));
    names.forEach((key, name) -> specs.add(constant(RuntimeNames.RECURRENCE, name, value(key))));
    return specs;
  }

  private static FieldSpec constant(ClassName type, String name, CodeBlock value) {
    return FieldSpec.builder(type, name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(value)
        .build();
  }

  private CodeBlock functions(GateFormulas functions) {
    return CodeBlock.of(
        "new $T($L,$W$L,$W$L,$W$L)",
        RuntimeNames.GATE_FUNCTIONS,
        formula(functions.activation()),
        formula(GateFormulas.slope(functions.activation())),
        formula(functions.recurrent()),
        formula(GateFormulas.slope(functions.recurrent())));
  }

  private CodeBlock formula(Elementwise formula) {
    return formulas.constant(formula.expression(), formula.variables(), List.of());
  }

  private CodeBlock value(Key key) {
    ClassName cells = RuntimeNames.RECURRENCE.nestedClass("Cell");
    ClassName options = RuntimeNames.RECURRENCE.nestedClass("Option");
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("$T.of(", RuntimeNames.RECURRENCE)
            .add("$Z$T.$L, $L,$W$L", cells, key.cell, sizes(key), gatesOf(key.gates));
    key.options.forEach(option -> code.add(",$W$T.$L", options, option));
    return code.add(")").build();
  }

  /** Steps, inputs and units. */
  private static String sizes(Key key) {
    return String.join(
        ", ",
        Numbers.whole(key.x.extent(0)),
        Numbers.whole(key.x.last()),
        Numbers.whole(key.units));
  }
}

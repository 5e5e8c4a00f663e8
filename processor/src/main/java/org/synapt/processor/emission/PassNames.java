package org.synapt.processor.emission;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Recurrent;
import org.synapt.processor.plan.Place;
import org.synapt.processor.plan.Plan;
import org.synapt.processor.shape.Count;
import org.synapt.processor.shape.Shape;
import org.synapt.processor.shape.Windows;

/** What a pass calls its values and kernels, and the fields that hold them. */
final class PassNames {
  private final Plan plan;
  private final Identifiers fields;
  private final Map<String, String> kernels = new LinkedHashMap<>();
  private final List<FieldSpec> constants = new ArrayList<>();
  private final WindowFields windows;
  private final RecurrenceFields recurrences;

  /** The recurrences whose steps each batch decides, by the names of their fields. */
  private final Map<String, FieldSpec> recurrenceFields = new LinkedHashMap<>();

  /** The values that methods name, and the inputs' gradients, which the network's methods do. */
  private final Set<Value> named = new HashSet<>();

  PassNames(Plan plan, Identifiers fields, WindowFields windows, RecurrenceFields recurrences) {
    this.plan = plan;
    this.fields = fields;
    this.windows = windows;
    this.recurrences = recurrences;
    plan.graph().inputs().stream()
        .map(plan.gradients()::get)
        .filter(Objects::nonNull)
        .forEach(named::add);
  }

  /** How a value is written: a field of the pass, or a parameter's memory. */
  CodeBlock of(Value value) {
    Place place = plan.place(value);
    if (place instanceof Place.OfParameter of) {
      return CodeBlock.of("$L.value()", fields.of(of.parameter().name()));
    }
    if (place instanceof Place.OfGradient of) {
      return CodeBlock.of("$L.gradient()", fields.of(of.parameter().name()));
    }
    named.add(value);
    return CodeBlock.of("$L", field(value));
  }

  /** The field of a parameter, of which a value is the memory or the gradient. */
  CodeBlock parameter(Value value) {
    Place place = plan.place(value);
    if (place instanceof Place.OfParameter of) {
      return CodeBlock.of("$L", fields.of(of.parameter().name()));
    }
    if (place instanceof Place.OfGradient of) {
      return CodeBlock.of("$L", fields.of(of.parameter().name()));
    }
    throw new IllegalStateException(value + " is no parameter's");
  }

  /** Whether gradients move a parameter. */
  boolean isTrained(Value parameter) {
    return !plan.graph().untrained().contains(parameter);
  }

  private String field(Value value) {
    return fields.of(value.name());
  }

  /** The field of a kernel. */
  String kernel(String type) {
    return kernels.computeIfAbsent(
        type, name -> Character.toLowerCase(name.charAt(0)) + name.substring(1));
  }

  Set<String> kernels() {
    return kernels.keySet();
  }

  /** A field with several operands, for kernels that take any number. */
  CodeBlock array(Value result, List<Value> operands) {
    String name = fields.of(result.name() + ".operands");
    CodeBlock list = CodeBlock.join(operands.stream().map(this::of).toList(), ",$W");
    constants.add(
        FieldSpec.builder(ArrayTypeName.of(RuntimeNames.BUFFER), name)
            .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
            .initializer("{$L}", list)
            .build());
    return CodeBlock.of("$L", name);
  }

  /** A field with whole numbers. */
  CodeBlock integers(String text, List<Integer> numbers) {
    String name = fields.of(text);
    String list = numbers.stream().map(Shape::text).toList().toString();
    constants.add(
        FieldSpec.builder(ArrayTypeName.of(TypeName.INT), name)
            .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
            .initializer("{$L}", list.substring(1, list.length() - 1))
            .build());
    return CodeBlock.of("$L", name);
  }

  /** The constant, or the field, of what a recurrent layer does with a sequence of that shape. */
  CodeBlock recurrence(Recurrent op, Shape x) {
    if (!x.hasSymbols()) {
      return recurrences.of(op, x);
    }
    FieldSpec field = recurrences.ofPass(op, x);
    recurrenceFields.putIfAbsent(field.name(), field);
    return CodeBlock.of("$L", field.name());
  }

  /** The constant of windows. */
  CodeBlock windows(Windows moving) {
    return windows.of(moving);
  }

  /** Extents, kernels, values and constants, in the order in which a reader meets them. */
  List<FieldSpec> fields() {
    List<FieldSpec> specs = new ArrayList<>();
    plan.symbols().forEach(symbol -> specs.add(extentField(symbol)));
    kernels.forEach((type, name) -> specs.add(kernelField(RuntimeNames.kernel(type), name)));
    Map<Place, String> first = new LinkedHashMap<>();
    for (Value value : values()) {
      Place place = plan.place(value);
      if (place instanceof Place.Slot || place instanceof Place.Fixed) {
        specs.add(valueField(value, place, first));
        first.putIfAbsent(place, field(value));
      }
    }
    specs.addAll(constants);
    specs.addAll(recurrenceFields.values());
    return specs;
  }

  /** In the order in which they are computed. */
  private Set<Value> values() {
    Set<Value> values = new LinkedHashSet<>(plan.graph().fed());
    Stream.of(plan.forward(), plan.backward(), plan.towardsInputs())
        .flatMap(List::stream)
        .map(Equation::result)
        .forEach(values::add);
    values.retainAll(named);
    return values;
  }

  /** A number that each batch decides. */
  private static FieldSpec extentField(int symbol) {
    return FieldSpec.builder(TypeName.INT, Shape.text(symbol), Modifier.PRIVATE, Modifier.FINAL)
        .initializer("extent($L)", -symbol - 1)
        .build();
  }

  private static FieldSpec kernelField(ClassName type, String name) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.FINAL)
        .initializer("kernel($T.class)", type)
        .build();
  }

  private FieldSpec valueField(Value value, Place place, Map<Place, String> first) {
    FieldSpec.Builder field =
        FieldSpec.builder(RuntimeNames.BUFFER, field(value), Modifier.PRIVATE, Modifier.FINAL);
    if (first.containsKey(place)) {
      return field.initializer("$L", first.get(place)).build();
    }
    return field.initializer(memory(place)).build();
  }

  private CodeBlock memory(Place place) {
    if (place instanceof Place.Slot slot) {
      return CodeBlock.of(
          "slot($L, $L)",
          Numbers.sum(plan.examples().at(slot.symbols(), slot.at())),
          Numbers.whole(new Count(slot.floats(), slot.symbols())));
    }
    Place.Fixed fixed = (Place.Fixed) place;
    return CodeBlock.of(
        "fixed($L, $L)",
        Numbers.sum(plan.batch().at(fixed.symbols(), fixed.at())),
        Numbers.whole(new Count(fixed.floats(), fixed.symbols())));
  }
}

package org.synapt.processor.emission;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;
import org.synapt.processor.cost.Costs;
import org.synapt.processor.declaration.Declaration;
import org.synapt.processor.model.Model;
import org.synapt.processor.plan.Plan;

/** Writes the class of a network. */
public final class NetworkWriter {
  private static final List<String> FIELD_NAMES =
      List.of(
          "Fused",
          "batch",
          "batchMatMul",
          "batchNormalization",
          "capacity",
          "convolution",
          "copy",
          "gather",
          "interpolation",
          "layerNormalization",
          "maskedSoftmax",
          "matMul",
          "oneHot",
          "penalty",
          "permute",
          "pointwise",
          "pooling",
          "randomMask",
          "randomNormal",
          "recurrent",
          "reduce",
          "row",
          "softmax",
          "softmaxCrossEntropy",
          "spread",
          "zeroPadding");

  private final Model model;
  private final Plan prediction;
  private final Plan training;
  private final Costs costs;
  private final ClassName name;
  private final SymbolicExtents extents;
  private final Identifiers fields;
  private final WindowFields windows;

  private NetworkWriter(Model model, Plan prediction, Plan training, Costs costs) {
    this.model = model;
    this.prediction = prediction;
    this.training = training;
    this.costs = costs;
    this.extents = SymbolicExtents.of(prediction);
    this.fields = new Identifiers(extents.and(FIELD_NAMES));
    this.windows = new WindowFields(fields);
    Declaration declaration = model.declaration();
    this.name = ClassName.get(declaration.packageName(), declaration.generatedName());
  }

  /**
   * Writes the class of a network.
   *
   * @param costs what the network costs
   * @param surroundings what stands around the class
   */
  public static Source write(
      Model model, Plan prediction, Plan training, Costs costs, Surroundings surroundings) {
    NetworkWriter writer = new NetworkWriter(model, prediction, training, costs);
    return Source.of(writer.name, writer.type(), surroundings);
  }

  private TypeSpec.Builder type() {
    ParameterFields parameters = new ParameterFields(model, fields);
    FusedFormulas formulas = new FusedFormulas();
    RecurrenceFields recurrences = new RecurrenceFields(fields, formulas);
    PassWriter predictionWriter = pass("Prediction", prediction, formulas, recurrences);
    PassWriter trainingWriter = pass("Training", training, formulas, recurrences);
    TypeSpec predictionType = predictionWriter.prediction();
    TypeSpec trainingType = trainingWriter.training();
    TreeSet<String> kernels = new TreeSet<>(predictionWriter.kernels());
    kernels.addAll(trainingWriter.kernels());
    kernels.add("Share");
    parameters.kernel().ifPresent(kernels::add);
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .superclass(RuntimeNames.NETWORK)
            .addJavadoc("$L", doc())
            .addFields(constants(parameters));
    MethodSpec.Builder constructor = constructor(new ArrayList<>(kernels));
    new SignatureField(model, training.graph().losses()).addTo(type);
    type.addFields(windows.specs()).addFields(recurrences.specs());
    new FieldParts(parameters.specs()).addTo(type, constructor);
    type.addMethod(constructor.build())
        .addMethods(new PublicMethods(name, model, prediction, training, fields).specs())
        .addMethods(passFactories())
        .addType(predictionType)
        .addType(trainingType);
    if (model.outputs().size() > 1) {
      type.addType(OutputsRecord.of(model));
    }
    if (!formulas.isEmpty()) {
      type.addType(formulas.type());
    }
    return type;
  }

  private PassWriter pass(
      String passName, Plan plan, FusedFormulas formulas, RecurrenceFields recurrences) {
    PassNames names = new PassNames(plan, fields, windows, recurrences);
    return new PassWriter(passName, name, plan, names, formulas);
  }

  private CodeBlock doc() {
    Declaration declaration = model.declaration();
    return CodeBlock.of(
        "The network declared by {@link $T}. Generated: change the declaration, not this file.\n\n"
            + "$L",
        ClassName.get(
            declaration.packageName(),
            declaration.nesting().get(0),
            declaration.nesting().stream().skip(1).toArray(String[]::new)),
        Table.of(costs, extents));
  }

  private List<FieldSpec> constants(ParameterFields parameters) {
    return List.of(
        constant(TypeName.INT, "PARAMETERS", parameters.floats(), "Floats of all parameters"),
        constant(
            TypeName.LONG,
            "FLOPS",
            costs.flops(),
            "Floating-point operations of a prediction, for one example" + where()),
        constant(
            TypeName.LONG,
            "PREDICTION_BYTES",
            costs.predictionBytes(),
            "Memory of a pass that predicts, for each example" + where()),
        constant(
            TypeName.LONG,
            "TRAINING_BYTES",
            costs.trainingBytes(),
            "Memory of a pass that trains, for each example" + where()));
  }

  /** {@code , where any is 1}. */
  private String where() {
    return extents.isEmpty() ? "" : ", " + extents.whereOne();
  }

  private static FieldSpec constant(TypeName type, String constant, long value, String doc) {
    return FieldSpec.builder(type, constant, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("$L.\n", doc)
        .initializer("$L$L", Numbers.whole(value), value > Integer.MAX_VALUE ? "L" : "")
        .build();
  }

  private static MethodSpec.Builder constructor(List<String> kernels) {
    CodeBlock list =
        CodeBlock.join(
            kernels.stream()
                .map(kernel -> CodeBlock.of("$T.class", RuntimeNames.kernel(kernel)))
                .toList(),
            ",$W");
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(
            "A network that starts anew.\n\n@param backend where it runs\n"
                + "@param seed what everything random follows from\n")
        .addParameter(RuntimeNames.BACKEND, "backend")
        .addParameter(RuntimeNames.SEED, "seed")
        .addStatement("super(backend, seed, SIGNATURE,$W$T.asList($L))", Arrays.class, list);
  }

  private List<MethodSpec> passFactories() {
    return List.of(
        factory("newPrediction", RuntimeNames.PREDICTION_PASS, "Prediction"),
        factory("newTraining", RuntimeNames.TRAINING_PASS, "Training"));
  }

  private MethodSpec factory(String method, ClassName type, String pass) {
    MethodSpec.Builder factory =
        MethodSpec.methodBuilder(method)
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .returns(type)
            .addParameter(TypeName.INT, "capacity");
    if (!extents.isEmpty()) {
      factory.addParameter(ArrayTypeName.of(TypeName.INT), "extents");
    }
    return factory.addStatement("return new $L(capacity$L)", pass, extents.ofArray()).build();
  }
}

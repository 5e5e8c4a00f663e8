package org.synapt.processor.emission;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.synapt.processor.declaration.Declaration;
import org.synapt.processor.graph.Value;
import org.synapt.processor.model.Model;
import org.synapt.processor.plan.Plan;

/** Writes the class that lets a network take and give arrays of ND4J, by the names of its rows. */
public final class Nd4jWriter {
  private static final ClassName ARRAY = RuntimeNames.INDARRAY;

  private final Plan training;
  private final ClassName network;
  private final ClassName name;
  private final SymbolicExtents symbols;
  private final Arguments inputs;
  private final Arguments outputs;
  private final Arguments targets;

  private Nd4jWriter(Model model, Plan prediction, Plan training) {
    this.training = training;
    Declaration declaration = model.declaration();
    this.network = ClassName.get(declaration.packageName(), declaration.generatedName());
    this.name = ClassName.get(declaration.packageName(), declaration.adapterName());
    this.symbols = SymbolicExtents.of(prediction);
    Identifiers arguments = new Identifiers(symbols.andOfAdapter(RuntimeNames.ADAPTER_LOCALS));
    this.inputs = Arguments.of(prediction.graph().inputs(), "", arguments);
    this.outputs = Arguments.named(model, prediction.graph().outputs(), arguments);
    this.targets = Arguments.of(training.graph().targets(), "", arguments);
  }

  /** The qualified names of the types that what is written cannot do without. */
  public static List<String> needed() {
    return RuntimeNames.ND4J.stream().map(ClassName::canonicalName).toList();
  }

  /**
   * Writes the class.
   *
   * @param surroundings what stands around it
   */
  public static Source write(
      Model model, Plan prediction, Plan training, Surroundings surroundings) {
    Nd4jWriter writer = new Nd4jWriter(model, prediction, training);
    return Source.of(writer.name, writer.type(), surroundings);
  }

  private TypeSpec.Builder type() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .superclass(ParameterizedTypeName.get(RuntimeNames.ND4J_ADAPTER, network))
            .addJavadoc(
                "{@link $T} with arrays of ND4J. Generated: change the declaration, not this"
                    + " file.\n",
                network)
            .addMethod(constructor())
            .addMethod(examples())
            .addMethod(predict())
            .addMethod(predictInto())
            .addMethod(value());
    for (Value input : training.graph().inputs()) {
      if (training.gradients().containsKey(input)) {
        type.addMethod(gradient(inputs.of(input)));
      }
    }
    type.addMethod(evaluate());
    if (outputs.list().size() > 1) {
      type.addType(record());
    }
    return type;
  }

  private MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("A network with arrays.\n\n@param network runs where it was made to run\n")
        .addParameter(network, "network")
        .addStatement("super(network)")
        .build();
  }

  private MethodSpec examples() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("examples")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addJavadoc("Examples to learn from, which are read where they lie.\n\n")
            .returns(RuntimeNames.EXAMPLES);
    declare(method, inputs.and(targets));
    return method
        .addJavadoc("@return the examples\n")
        .addStatement(
            "return $T.of($T.asList($L),$W$T.asList($L))",
            RuntimeNames.EXAMPLES,
            Arrays.class,
            inputs.join(Nd4jWriter::column),
            Arrays.class,
            targets.join(Nd4jWriter::column))
        .build();
  }

  private static CodeBlock column(Argument argument) {
    return CodeBlock.of("$T.of($L)", RuntimeNames.ND4J_COLUMNS, shaped(argument));
  }

  /** {@code "pixels", pixels, 28, 28, 1}. */
  private static CodeBlock shaped(Argument argument) {
    List<CodeBlock> parts = new ArrayList<>();
    parts.add(CodeBlock.of("$S", argument.row()));
    parts.add(CodeBlock.of("$L", argument.name()));
    parts.addAll(extents(argument));
    return CodeBlock.join(parts, ", ");
  }

  private static List<CodeBlock> extents(Argument argument) {
    return argument.value().shape().extents().stream().map(Numbers::extent).toList();
  }

  private MethodSpec predict() {
    boolean single = outputs.list().size() == 1;
    MethodSpec.Builder method =
        publicMethod("predict")
            .addJavadoc("Predicts, for each example.\n\n")
            .returns(single ? ARRAY : ClassName.bestGuess(OutputsRecord.CLASS));
    declare(method, inputs);
    if (single) {
      return method
          .addJavadoc("@return $L\n", outputs.list().get(0).value().type())
          .addStatement("return predict($L).get(0)", list(inputs))
          .build();
    }
    List<CodeBlock> each = new ArrayList<>();
    for (int i = 0; i < outputs.list().size(); i++) {
      each.add(CodeBlock.of("outputs.get($L)", i));
    }
    return method
        .addJavadoc("@return the predictions\n")
        .addStatement(
            "$T outputs = predict($L)",
            ParameterizedTypeName.get(ClassName.get(List.class), ARRAY),
            list(inputs))
        .addStatement("return new Outputs($L)", CodeBlock.join(each, ",$W"))
        .build();
  }

  private MethodSpec predictInto() {
    MethodSpec.Builder method =
        publicMethod("predict").addJavadoc("Predicts into arrays of the caller's.\n\n");
    inputs.list().forEach(input -> input.declare(method, ARRAY, ", read"));
    outputs.list().forEach(output -> output.declare(method, ARRAY, ", written"));
    return method.addStatement("predict($L,$W$L)", list(inputs), list(outputs)).build();
  }

  private MethodSpec value() {
    MethodSpec.Builder method =
        publicMethod("value")
            .addJavadoc("The value of a row, for each example.\n\n@param row the row's name\n")
            .returns(ARRAY)
            .addParameter(String.class, "row");
    declare(method, inputs);
    return method
        .addJavadoc(
            "@return the values, [b, …]\n@throws $T if there is no such row\n",
            IllegalArgumentException.class)
        .addStatement("return value(row,$W$L)", list(inputs))
        .build();
  }

  private MethodSpec gradient(Argument input) {
    MethodSpec.Builder method =
        publicMethod(input.label() + "Gradient")
            .addJavadoc(
                "The derivative of the loss of all examples together by {@code $L}.\n\n",
                input.label())
            .returns(ARRAY);
    Arguments all = inputs.and(targets);
    declare(method, all);
    if (!symbols.isEmpty()) {
      method.addStatement("int[] extents = extents($L)", list(inputs));
    }
    List<CodeBlock> extents = input.value().shape().extents().stream().map(symbols::known).toList();
    return method
        .addJavadoc("@return $L\n", input.value().type())
        .addStatement(
            "float[] gradient = network().$LGradient($L$L)",
            input.label(),
            symbols.ofArrayBefore(),
            all.join(each -> CodeBlock.of("floats($L)", shaped(each))))
        .addStatement("return array(gradient,$W$L)", CodeBlock.join(extents, ",$W"))
        .build();
  }

  private MethodSpec evaluate() {
    MethodSpec.Builder method =
        publicMethod("evaluate")
            .addJavadoc("Measures loss and metrics.\n\n")
            .returns(RuntimeNames.EVALUATION);
    Arguments all = inputs.and(targets);
    declare(method, all);
    return method
        .addJavadoc("@return the figures, by name\n")
        .addStatement(
            "return network().evaluate(examples($L))",
            all.join(each -> CodeBlock.of("$L", each.name())))
        .build();
  }

  private TypeSpec record() {
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    TypeSpec.Builder type =
        TypeSpec.recordBuilder(OutputsRecord.CLASS)
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("The value of each output, for each example.\n\n");
    Identifiers names = new Identifiers(OutputsRecord.TAKEN);
    for (Argument output : outputs.list()) {
      String component = names.of(output.label());
      components.addParameter(ARRAY, component);
      type.addJavadoc("@param $L $L\n", component, output.value().type());
    }
    return type.recordConstructor(components.build()).build();
  }

  private static CodeBlock list(Arguments arguments) {
    return CodeBlock.of(
        "$T.asList($L)",
        Arrays.class,
        arguments.join(argument -> CodeBlock.of("$L", argument.name())));
  }

  private static void declare(MethodSpec.Builder method, Arguments arguments) {
    arguments.list().forEach(argument -> argument.declare(method, ARRAY, ""));
  }

  private static MethodSpec.Builder publicMethod(String method) {
    return MethodSpec.methodBuilder(method).addModifiers(Modifier.PUBLIC);
  }
}

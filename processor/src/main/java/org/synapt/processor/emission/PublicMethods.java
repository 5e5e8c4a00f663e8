package org.synapt.processor.emission;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import org.synapt.processor.graph.Value;
import org.synapt.processor.model.Model;
import org.synapt.processor.model.WholeNumbers;
import org.synapt.processor.plan.Plan;

/** What the class of a network offers, with an argument for each input by its name. */
final class PublicMethods {
  private static final TypeName FLOATS = ArrayTypeName.of(TypeName.FLOAT);

  private final ClassName network;
  private final Model model;
  private final Plan training;
  private final Identifiers fields;
  private final SymbolicExtents extents;
  private final Arguments inputs;
  private final Arguments outputs;
  private final Arguments targets;

  PublicMethods(
      ClassName network, Model model, Plan prediction, Plan training, Identifiers fields) {
    this.network = network;
    this.model = model;
    this.training = training;
    this.fields = fields;
    this.extents = SymbolicExtents.of(prediction);
    Identifiers arguments = new Identifiers(extents.and(RuntimeNames.LOCALS));
    this.inputs = Arguments.of(prediction.graph().inputs(), "", arguments);
    this.outputs = Arguments.named(model, prediction.graph().outputs(), arguments);
    this.targets = Arguments.of(training.graph().targets(), "", arguments);
  }

  List<MethodSpec> specs() {
    List<MethodSpec> specs = new ArrayList<>();
    specs.add(examples());
    specs.add(predict());
    specs.add(predictInto());
    specs.add(value());
    for (Value input : training.graph().inputs()) {
      Optional.ofNullable(training.gradients().get(input))
          .ifPresent(gradient -> specs.add(gradient(input, gradient)));
    }
    specs.add(evaluate());
    specs.add(on());
    specs.add(file("save", "Writes the parameters to a file, which is whole or not there."));
    specs.add(file("load", "Reads the parameters from a file; if it is no good, none changes."));
    return specs;
  }

  private MethodSpec examples() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("examples")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addJavadoc("Examples to learn from, each array with one behind the other.\n\n")
            .returns(RuntimeNames.EXAMPLES);
    extents.explain(method);
    inputs.and(targets).list().forEach(argument -> argument.declare(method));
    return method
        .addJavadoc("@return the examples\n")
        .addStatement(
            "return $T.of($T.asList($L),$W$T.asList($L))",
            RuntimeNames.EXAMPLES,
            Arrays.class,
            inputs.columns(),
            Arrays.class,
            targets.columns())
        .build();
  }

  private MethodSpec predict() {
    MethodSpec.Builder method = publicMethod("predict");
    boolean single = outputs.list().size() == 1;
    method
        .addJavadoc("Predicts, for each example.\n\n")
        .returns(single ? FLOATS : ClassName.bestGuess(OutputsRecord.CLASS));
    extents.explain(method);
    inputs.list().forEach(input -> input.declare(method));
    method.addJavadoc("@return the predictions, one behind the other\n");
    count(method);
    for (Argument output : outputs.list()) {
      method.addStatement(
          "float[] $L = new float[$L]", output.name(), Numbers.times("examples", output.floats()));
    }
    method.addStatement(
        "predict(examples,$W$L$L,$W$L)",
        extents.before(),
        inputs.join(argument -> CodeBlock.of("$L, 0", argument.name())),
        outputs.join(argument -> CodeBlock.of("$L, 0", argument.name())));
    CodeBlock names = outputs.join(argument -> CodeBlock.of("$L", argument.name()));
    return method.addStatement(single ? "return $L" : "return new Outputs($L)", names).build();
  }

  private void count(MethodSpec.Builder method) {
    Argument first = inputs.list().get(0);
    method.addStatement(
        "int examples = examples($S, $L, $L)",
        first.label(),
        first.name(),
        Numbers.whole(first.floats()));
    for (Argument other : inputs.list().subList(1, inputs.list().size())) {
      requireExamples(method, other);
    }
  }

  private static void requireExamples(MethodSpec.Builder method, Argument argument) {
    method.addStatement(
        "requireExamples($S, $L, examples, $L)",
        argument.label(),
        argument.name(),
        Numbers.whole(argument.floats()));
  }

  private MethodSpec predictInto() {
    MethodSpec.Builder method =
        publicMethod("predict")
            .addJavadoc("Predicts into arrays of the caller's$L.\n\n", allocation())
            .addParameter(TypeName.INT, "examples")
            .addJavadoc("@param examples how many\n");
    extents.explain(method);
    inputs.list().forEach(input -> input.declareWithPosition(method, "read"));
    outputs.list().forEach(output -> output.declareWithPosition(method, "written"));
    inputs.list().forEach(input -> requireWhole(method, input, input.at()));
    beginTurns(method);
    inputs.list().forEach(input -> method.addStatement(input.moveFromPosition("put", fields)));
    method.addStatement("pass.forward(batch)");
    outputs.list().forEach(output -> method.addStatement(output.moveFromPosition("get", fields)));
    return method.endControlFlow().build();
  }

  /** Looks at the numbers of all examples before anything is computed, if they have to be whole. */
  private void requireWhole(MethodSpec.Builder method, Argument input, String at) {
    int number = inputs.list().indexOf(input);
    if (WholeNumbers.below(model.inputs().get(number), model).isPresent()) {
      method.addStatement(
          "requireWhole(SIGNATURE.inputs().get($L), $L, $L, examples, $L)",
          number,
          input.name(),
          at,
          Numbers.whole(input.floats()));
    }
  }

  /** Lengths that were not there before need fields of their own. */
  private String allocation() {
    return extents.isEmpty() ? ", and allocates nothing" : "";
  }

  private void beginTurns(MethodSpec.Builder method) {
    method
        .beginControlFlow("for (int done = 0; done < examples; done += LARGEST_BATCH)")
        .addStatement("int batch = $T.min(examples - done, LARGEST_BATCH)", Math.class)
        .addStatement("Prediction pass = (Prediction) prediction(batch$L)", extents.following());
  }

  private MethodSpec value() {
    MethodSpec.Builder method =
        publicMethod("value")
            .addJavadoc("The value of a row, for each example.\n\n@param row the row's name\n")
            .returns(FLOATS)
            .addParameter(String.class, "row");
    extents.explain(method);
    inputs.list().forEach(input -> input.declare(method));
    method.addJavadoc(
        "@return the values, one behind the other\n@throws $T if there is no such row\n",
        IllegalArgumentException.class);
    count(method);
    method.addStatement(
        "float[] values = new float[examples * SIGNATURE.row(row).size($L)]", extents.alone());
    inputs.list().forEach(input -> requireWhole(method, input, "0"));
    beginTurns(method);
    inputs.list().forEach(input -> method.addStatement(input.moveInTurns("put", fields)));
    return method
        .addStatement("pass.value(row, batch, values, done)")
        .endControlFlow()
        .addStatement("return values")
        .build();
  }

  private MethodSpec gradient(Value input, Value gradient) {
    Argument argument = inputs.of(input);
    MethodSpec.Builder method =
        publicMethod(argument.label() + "Gradient")
            .addJavadoc(
                "The derivative of the loss of all examples together by {@code $L}.\n\n",
                argument.label())
            .returns(FLOATS);
    extents.explain(method);
    Arguments all = inputs.and(targets);
    all.list().forEach(each -> each.declare(method));
    method.addJavadoc("@return the derivative, example by example\n");
    count(method);
    targets.list().forEach(target -> requireExamples(method, target));
    method.addStatement(
        "$T.check(this, examples($L$L))",
        RuntimeNames.EVALUATION,
        extents.before(),
        all.join(each -> CodeBlock.of("$L", each.name())));
    method.addStatement("Training pass = (Training) training(examples$L)", extents.following());
    all.list().forEach(each -> method.addStatement(each.moveAll("put", fields)));
    return method
        .addStatement("pass.gradients(examples)")
        .addStatement("float[] gradient = new float[$L.length]", argument.name())
        .addStatement(
            "get($S, pass.$L, examples, $L, gradient, 0)",
            argument.label(),
            fields.of(gradient.name()),
            Numbers.whole(argument.floats()))
        .addStatement("return gradient")
        .build();
  }

  private MethodSpec evaluate() {
    return publicMethod("evaluate")
        .addJavadoc(
            "Measures loss and metrics.\n\n"
                + "@param examples what to measure on\n@return the figures, by name\n")
        .returns(RuntimeNames.EVALUATION)
        .addParameter(RuntimeNames.EXAMPLES, "examples")
        .addStatement("return $T.of(this, examples)", RuntimeNames.EVALUATION)
        .build();
  }

  private MethodSpec on() {
    return publicMethod("on")
        .addAnnotation(Override.class)
        .returns(network)
        .addParameter(RuntimeNames.BACKEND, "backend")
        .addStatement("return copyInto(new $T(backend, seed()))", network)
        .build();
  }

  private static MethodSpec file(String name, String doc) {
    return publicMethod(name)
        .addJavadoc("$L\n\n@param file where\n@throws $T if that fails\n", doc, IOException.class)
        .addException(IOException.class)
        .addParameter(Path.class, "file")
        .addStatement("$T.$L(this, file)", RuntimeNames.PARAMETER_FILE, name)
        .build();
  }

  private static MethodSpec.Builder publicMethod(String name) {
    return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC);
  }
}

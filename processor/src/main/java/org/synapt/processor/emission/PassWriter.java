package org.synapt.processor.emission;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.synapt.processor.graph.LossValue;
import org.synapt.processor.graph.Value;
import org.synapt.processor.plan.Plan;

/** A plan as a class nested in the network's. */
final class PassWriter {
  private static final TypeName BUFFERS =
      ParameterizedTypeName.get(ClassName.get(List.class), RuntimeNames.BUFFER);

  private final String name;
  private final ClassName network;
  private final Plan plan;
  private final PassNames names;
  private final SymbolicExtents extents;
  private final RowMethods rows;
  private final List<MethodSpec> methods = new ArrayList<>();

  PassWriter(String name, ClassName network, Plan plan, PassNames names, FusedFormulas formulas) {
    this.name = name;
    this.network = network;
    this.plan = plan;
    this.names = names;
    this.extents = SymbolicExtents.of(plan);
    this.rows =
        new RowMethods(
            new KernelCalls(names, formulas), new Identifiers(RuntimeNames.PASS_METHODS));
  }

  /** The kernels that the pass uses, once it is written. */
  Set<String> kernels() {
    return names.kernels();
  }

  TypeSpec prediction() {
    Map<String, String> forward = rows.phase(plan.forward(), "");
    methods.add(buffers("inputs", Modifier.PUBLIC, plan.graph().inputs()));
    methods.add(buffers("outputs", Modifier.PUBLIC, plan.graph().outputs()));
    methods.addAll(rows.calling("forward", Modifier.PUBLIC, forward.values()));
    methods.addAll(new RowSwitch(plan, names, forward).methods());
    return type(
        RuntimeNames.PREDICTION_PASS,
        "Rows forward; memory is used again as soon as a value is read no more.\n");
  }

  TypeSpec training() {
    List<LossValue> losses = plan.graph().losses();
    methods.add(buffers("inputs", Modifier.PUBLIC, plan.graph().inputs()));
    methods.add(buffers("outputs", Modifier.PUBLIC, plan.graph().outputs()));
    methods.add(buffers("targets", Modifier.PUBLIC, plan.graph().targets()));
    methods.add(
        buffers("losses", Modifier.PROTECTED, losses.stream().map(LossValue::value).toList()));
    methods.add(
        buffers("shares", Modifier.PROTECTED, losses.stream().map(LossValue::share).toList()));
    List<Value> masks = losses.stream().flatMap(loss -> loss.mask().stream()).toList();
    if (!masks.isEmpty()) {
      methods.add(buffers("masks", Modifier.PROTECTED, masks));
    }
    if (!plan.graph().penalties().isEmpty()) {
      methods.add(buffers("penalties", Modifier.PROTECTED, plan.graph().penalties()));
    }
    Map<String, String> forward = rows.phase(plan.forward(), "");
    methods.addAll(rows.calling("forward", Modifier.PUBLIC, forward.values()));
    Map<String, String> backward = rows.phase(plan.backward(), ".backward");
    methods.addAll(rows.calling("backward", Modifier.PUBLIC, backward.values()));
    Map<String, String> further = rows.phase(plan.towardsInputs(), ".towards.inputs");
    List<MethodSpec> beyond = rows.calling("inputGradients", Modifier.PROTECTED, further.values());
    methods.add(explained(beyond.get(0), further.isEmpty()));
    methods.addAll(beyond.subList(1, beyond.size()));
    return type(
        RuntimeNames.TRAINING_PASS,
        "Rows forward and backward; what a gradient reads is kept until then.\n");
  }

  private static MethodSpec explained(MethodSpec beyond, boolean empty) {
    return beyond.toBuilder()
        .addJavadoc(
            empty
                ? "Nothing is left to do: the gradients of inputs are not computed, or known by now.\n"
                : "What training does not ask for: from the first rows on to the inputs.\n")
        .build();
  }

  private TypeSpec type(ClassName superclass, String doc) {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder().addParameter(TypeName.INT, "capacity");
    extents.declare(constructor);
    constructor.addStatement(
        "super($T.this, capacity,$W/* perExample= */ $L,$W/* perBatch= */ $L$L)",
        network,
        Numbers.longSum(plan.examples().regions()),
        Numbers.longSum(plan.batch().regions()),
        extents.following());
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
            .superclass(superclass)
            .addJavadoc(doc);
    new FieldParts(names.fields()).addTo(type, constructor);
    return type.addMethod(constructor.build()).addMethods(methods).addMethods(rows.specs()).build();
  }

  private MethodSpec buffers(String method, Modifier access, List<Value> values) {
    return MethodSpec.methodBuilder(method)
        .addAnnotation(Override.class)
        .addModifiers(access)
        .returns(BUFFERS)
        .addStatement(
            "return list($L)", CodeBlock.join(values.stream().map(names::of).toList(), ",$W"))
        .build();
  }
}

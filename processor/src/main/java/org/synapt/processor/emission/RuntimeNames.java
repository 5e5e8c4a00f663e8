package org.synapt.processor.emission;

import com.palantir.javapoet.ClassName;
import java.util.List;

/** Every type of the runtime that generated code names; a test resolves them. */
final class RuntimeNames {
  static final ClassName BACKEND = ClassName.get("org.synapt.backend", "Backend");
  static final ClassName BUFFER = ClassName.get("org.synapt.buffer", "Buffer");
  static final ClassName COLUMN = ClassName.get("org.synapt.data", "Column");
  static final ClassName EXAMPLES = ClassName.get("org.synapt.data", "Examples");
  static final ClassName FORMULA = kernel("Formula");
  static final ClassName FUNCTIONS = kernel("Functions");
  static final ClassName KERNEL = kernel("Kernel");
  static final ClassName WINDOWS = kernel("Windows");
  static final ClassName RECURRENCE = kernel("Recurrence");
  static final ClassName GATE_FUNCTIONS = kernel("GateFunctions");
  static final ClassName NETWORK = network("Network");
  static final ClassName PARAMETER = network("Parameter");
  static final ClassName TABLE = network("Table");
  static final ClassName INITIALIZERS = network("Initializers");
  static final ClassName CONSTRAINTS = network("Constraints");
  static final ClassName FAN_MODE = network("FanMode");
  static final ClassName DISTRIBUTION = network("Distribution");
  static final ClassName PREDICTION_PASS = network("PredictionPass");
  static final ClassName TRAINING_PASS = network("TrainingPass");
  static final ClassName SEED = network("Seed");
  static final ClassName SIGNATURE = network("Signature");
  static final ClassName EVALUATION = ClassName.get("org.synapt.training", "Evaluation");
  static final ClassName PARAMETER_FILE = ClassName.get("org.synapt.persistence", "ParameterFile");
  static final ClassName ND4J_ADAPTER = ClassName.get("org.synapt.nd4j", "Nd4jAdapter");
  static final ClassName ND4J_COLUMNS = ClassName.get("org.synapt.nd4j", "Columns");
  static final ClassName INDARRAY = ClassName.get("org.nd4j.linalg.api.ndarray", "INDArray");

  /** What adapters name, and networks do not. */
  static final List<ClassName> ND4J = List.of(ND4J_ADAPTER, ND4J_COLUMNS, INDARRAY);

  /** For the test that resolves them. */
  static final List<ClassName> ALL =
      List.of(
          BACKEND,
          BUFFER,
          COLUMN,
          EXAMPLES,
          FORMULA,
          FUNCTIONS,
          KERNEL,
          WINDOWS,
          RECURRENCE,
          GATE_FUNCTIONS,
          NETWORK,
          PARAMETER,
          TABLE,
          INITIALIZERS,
          CONSTRAINTS,
          FAN_MODE,
          DISTRIBUTION,
          PREDICTION_PASS,
          TRAINING_PASS,
          SEED,
          SIGNATURE,
          EVALUATION,
          PARAMETER_FILE);

  /** What the public methods of a network say themselves, which no argument may be called. */
  static final List<String> LOCALS =
      List.of(
          "Arrays",
          "Column",
          "Evaluation",
          "Examples",
          "LARGEST_BATCH",
          "Math",
          "ParameterFile",
          "SIGNATURE",
          "batch",
          "done",
          "examples",
          "file",
          "gradient",
          "pass",
          "row",
          "values");

  /** What the methods of an adapter say themselves, which no argument may be called. */
  static final List<String> ADAPTER_LOCALS =
      List.of("Arrays", "Columns", "Examples", "gradient", "outputs", "row");

  /**
   * Methods of the runtime's passes, which no generated row may be called; nor {@code yield}, which
   * Java takes for a statement.
   */
  static final List<String> PASS_METHODS =
      List.of(
          "backward",
          "capacity",
          "extent",
          "fill",
          "fixed",
          "forward",
          "get",
          "gradients",
          "inputGradients",
          "inputs",
          "kernel",
          "key",
          "list",
          "loss",
          "losses",
          "mask",
          "masks",
          "network",
          "none",
          "outputs",
          "penalties",
          "predict",
          "put",
          "rate",
          "requireAtMost",
          "row",
          "share",
          "shares",
          "slot",
          "step",
          "targets",
          "training",
          "value",
          "yield");

  private RuntimeNames() {}

  /** The interface of an op's kernel. */
  static ClassName kernel(String name) {
    return ClassName.get("org.synapt.kernel", name);
  }

  private static ClassName network(String name) {
    return ClassName.get("org.synapt.network", name);
  }
}

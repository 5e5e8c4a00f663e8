package org.synapt.processor.diagnostic;

import javax.tools.Diagnostic;

/**
 * The stable names of all problems. Each has a page under {@code docs/problems}, which says what it
 * means and how to put it right.
 */
public enum Code {
  ApplyWithoutLayer,
  AttentionShape,
  AttributeOutOfRange,
  AxisBeyondRank,
  BatchSizesDiffer,
  BiasBeforeNormalization(Diagnostic.Kind.WARNING),
  BidirectionalNotAllowed,
  BlockChangesShape,
  BlockInputWithShape,
  BlockWithoutBody,
  BlockWithoutInput,
  BlockWithoutResult,
  BlockWithoutRows,
  BudgetExceeded,
  BudgetWithoutNetwork,
  CausalPadding,
  ClassesMismatch,
  ConcatenateShape,
  CroppingLeavesNothing,
  DeclarationNotAbstract,
  DenseOnImage(Diagnostic.Kind.WARNING),
  DilatedStrides,
  DotShape,
  DropoutOnOutput(Diagnostic.Kind.WARNING),
  EmbeddingOfComputed,
  EmptyDeclaration,
  ExtentNeeded,
  FlattenDominates(Diagnostic.Kind.WARNING),
  FormulaConstant,
  FormulaName,
  FormulaSyntax,
  FormulaUnusedOperand(Diagnostic.Kind.WARNING),
  GateFunction,
  GeneratedNameTaken,
  GenericDeclaration,
  GenericRow,
  GroupsDoNotDivide,
  IdleAttribute(Diagnostic.Kind.WARNING),
  IdsAsNumbers,
  InheritedRow,
  InitialStates,
  InitializerShape,
  InputShape,
  InternalFault,
  LargePooling(Diagnostic.Kind.WARNING),
  LargeWindow(Diagnostic.Kind.WARNING),
  LayerAsTensor,
  LayerParametersDiffer,
  LayerRowWithOperand,
  LinearStack(Diagnostic.Kind.WARNING),
  LossAndFormula,
  LossMismatch(Diagnostic.Kind.WARNING),
  LossShape,
  MaskLost(Diagnostic.Kind.WARNING),
  MergeShape,
  MissingAxis,
  Nd4jMissing,
  NetworkTooLarge,
  NoInput,
  NoOutput,
  NoRowAbove,
  NoiseShape,
  NormalizationOverOne,
  NotALayer,
  NotAVector,
  NotASequence,
  NotAnImage,
  NumbersPerAxis,
  OddSideBeforePooling(Diagnostic.Kind.WARNING),
  OfBlockMemberMissing,
  OfBlockMemberType,
  OfBlockOutsideBlock,
  OperandBelow,
  OperandCount,
  OperandType,
  OutputInBlock,
  OutputNotComputed,
  OutputWithoutLoss,
  OverloadedRow,
  PermuteOrder,
  RecursiveBlock,
  RegressionLossOnClasses(Diagnostic.Kind.WARNING),
  RepeatCount,
  RepeatNotAllowed,
  RepeatedAxis,
  ReshapeSize,
  RowReturnType,
  RowThrows,
  RowWithBody,
  RowWithoutLayer,
  SeveralBodies,
  SeveralLayers,
  SmallInitializer(Diagnostic.Kind.WARNING),
  SoftmaxOverOne,
  StateOfRow,
  StatefulBatchSize,
  StepsDiffer,
  StrideLargerThanWindow(Diagnostic.Kind.WARNING),
  TargetRowShape,
  TargetShape,
  TensorAsLayer,
  TimeDistributedNotAllowed,
  TooManyElements,
  UnknownLayer(Diagnostic.Kind.NOTE),
  UnknownOperand,
  UnknownTargetRow,
  UnusedRow(Diagnostic.Kind.WARNING),
  VanishingGradient(Diagnostic.Kind.WARNING),
  WindowLargerThanImage;

  private final Diagnostic.Kind kind;

  Code() {
    this(Diagnostic.Kind.ERROR);
  }

  Code(Diagnostic.Kind kind) {
    this.kind = kind;
  }

  /** Whether it keeps the network from being written; others are warnings and notes. */
  public boolean isError() {
    return kind == Diagnostic.Kind.ERROR;
  }

  Diagnostic.Kind kind() {
    return kind;
  }
}

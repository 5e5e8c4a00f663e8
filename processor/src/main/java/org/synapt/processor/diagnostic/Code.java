package org.synapt.processor.diagnostic;

import javax.tools.Diagnostic;

/**
 * The stable names of all problems. Each has a page under {@code docs/problems}, which says what it
 * means and how to put it right.
 */
public enum Code {
  ApplyWithoutLayer,
  AttributeOutOfRange,
  AxisBeyondRank,
  BlockChangesShape,
  BlockInputWithShape,
  BlockWithoutBody,
  BlockWithoutInput,
  BlockWithoutResult,
  BlockWithoutRows,
  BudgetExceeded,
  BudgetWithoutNetwork,
  ClassesMismatch,
  ConcatenateShape,
  DeclarationNotAbstract,
  DenseOnImage(Diagnostic.Kind.WARNING),
  DotShape,
  DropoutOnOutput(Diagnostic.Kind.WARNING),
  EmptyDeclaration,
  FormulaConstant,
  FormulaName,
  FormulaSyntax,
  FormulaUnusedOperand(Diagnostic.Kind.WARNING),
  GeneratedNameTaken,
  GenericDeclaration,
  GenericRow,
  IdleAttribute(Diagnostic.Kind.WARNING),
  InheritedRow,
  InitializerShape,
  InputShape,
  InternalFault,
  LayerAsTensor,
  LayerParametersDiffer,
  LayerRowWithOperand,
  LinearStack(Diagnostic.Kind.WARNING),
  LossAndFormula,
  LossMismatch(Diagnostic.Kind.WARNING),
  LossShape,
  MergeShape,
  MissingAxis,
  NetworkTooLarge,
  NoInput,
  NoOutput,
  NoRowAbove,
  NoiseShape,
  NormalizationOverOne,
  NotALayer,
  NotAVector,
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
  TargetRowShape,
  TargetShape,
  TensorAsLayer,
  TooManyElements,
  UnknownLayer(Diagnostic.Kind.NOTE),
  UnknownOperand,
  UnknownTargetRow,
  UnusedRow(Diagnostic.Kind.WARNING),
  VanishingGradient(Diagnostic.Kind.WARNING);

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

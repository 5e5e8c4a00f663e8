package org.synapt.samples;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Answers the name of a sample that does not exist with the nearest names and the list. */
final class WrongArguments implements IParameterExceptionHandler {
  private final IParameterExceptionHandler usual;

  WrongArguments(IParameterExceptionHandler usual) {
    this.usual = usual;
  }

  @Override
  public int handleParseException(ParameterException exception, String[] arguments)
      throws Exception {
    CommandLine command = exception.getCommandLine();
    if (command.getParent() != null) {
      return usual.handleParseException(exception, arguments);
    }
    command.getErr().println(exception.getMessage());
    UnmatchedArgumentException.printSuggestions(exception, command.getErr());
    command.getErr().println(ListSamples.of(command));
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }
}

package org.synapt.backend;

import java.util.logging.Logger;

/** Where choices and slips are told; logging starts up only when there is something to tell. */
final class Log {
  static final Logger LOGGER = Logger.getLogger(Backends.class.getName());

  private Log() {}
}

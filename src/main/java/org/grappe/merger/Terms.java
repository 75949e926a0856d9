package org.grappe.merger;

import java.util.List;

/** What an act is told, as the statements take it that ask and write for it. */
interface Terms {
  /** How each statement begins: with {@code p}, one row with what the act is told. */
  String beginning();

  /** The arguments of that, in their order. */
  List<Object> args(Sight sight);
}

package org.grappe.cli.terminal;

/** What a command ends with; docs/command-line.md tells them. */
public final class ExitCode {
  /** Done. */
  public static final int OK = 0;

  /** The service refused it, or faults were found. */
  public static final int REFUSED = 1;

  /** It was typed wrongly. */
  public static final int USAGE = 2;

  /** Nobody answers there, or cannot now: the same may be tried later. */
  public static final int UNREACHABLE = 3;

  /** A file or a program of this machine stands in the way. */
  public static final int MACHINE = 4;

  /** Whoever read at the other end of a pipe has gone, as by SIGPIPE: nothing is said of it. */
  public static final int PIPE_CLOSED = 141;

  private ExitCode() {}
}

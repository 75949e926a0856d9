package org.grappe.cli.terminal;

import org.grappe.embedded.Texts;

/** Why a command ends without being done: a sentence of {@link Texts}, and what to end with. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final transient Object[] arguments;

  private Failure(int exitCode, String key, Object... arguments) {
    super(key);
    this.exitCode = exitCode;
    this.arguments = arguments.clone();
  }

  public static Failure refused(String key, Object... arguments) {
    return new Failure(ExitCode.REFUSED, key, arguments);
  }

  public static Failure usage(String key, Object... arguments) {
    return new Failure(ExitCode.USAGE, key, arguments);
  }

  public static Failure unreachable(String key, Object... arguments) {
    return new Failure(ExitCode.UNREACHABLE, key, arguments);
  }

  public static Failure machine(String key, Object... arguments) {
    return new Failure(ExitCode.MACHINE, key, arguments);
  }

  public static Failure pipeClosed() {
    return new Failure(ExitCode.PIPE_CLOSED, "failed.pipe");
  }

  public int exitCode() {
    return exitCode;
  }

  /** Whether nothing at all was answered. */
  public boolean isSilence() {
    return getMessage().equals("remote.unreachable") || getMessage().equals("remote.nobody");
  }

  /** The sentence in a language. */
  public String in(Texts texts) {
    return texts.say(getMessage(), arguments);
  }
}

package org.grappe.cli.terminal;

import org.grappe.embedded.Texts;

/** How far something is, in one line that is written over, for a person who looks. */
public final class ProgressBar {
  private static final int WIDTH = 30;
  private static final long PAUSE_IN_NANOS = 200_000_000;
  private final Terminal terminal;
  private final long all;
  private long told = System.nanoTime() - PAUSE_IN_NANOS;
  private boolean shown;

  private ProgressBar(Terminal terminal, long all) {
    this.terminal = terminal;
    this.all = all;
  }

  /**
   * On this terminal, where a person sits there.
   *
   * @param all how much there is; below 1 where nobody knows
   */
  public static ProgressBar on(Terminal terminal, long all) {
    return terminal.interactive() ? new ProgressBar(terminal, all) : none();
  }

  /** That which nobody sees. */
  public static ProgressBar none() {
    return new ProgressBar(null, 0);
  }

  /** Shows that so much is done. */
  public void at(long done) {
    if (terminal == null || System.nanoTime() - told < PAUSE_IN_NANOS) {
      return;
    }
    told = System.nanoTime();
    shown = true;
    terminal.err().print("\r" + drawn(done, all, terminal.texts()) + "\u001b[K");
    terminal.err().flush();
  }

  /** Takes the line away again. */
  public void end() {
    if (shown) {
      terminal.err().print("\r\u001b[K");
      terminal.err().flush();
    }
  }

  static String drawn(long done, long all, Texts texts) {
    if (all < 1) {
      return texts.say("progress.some", done);
    }
    int full = (int) (Math.min(done, all) * WIDTH / all);
    String bar = "#".repeat(full) + "-".repeat(WIDTH - full);
    return texts.say("progress.of-all", bar, Math.min(done, all) * 100 / all, done, all);
  }
}

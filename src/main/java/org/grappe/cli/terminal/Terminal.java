package org.grappe.cli.terminal;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.grappe.embedded.Texts;

/**
 * Where a command was typed: answers go to {@code out}, all that is told of the way to {@code err}.
 *
 * @param interactive whether a person sits there, who can be asked and shown a progress
 * @param directory where the files are that a command names
 */
public record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    boolean interactive,
    Path directory,
    Texts texts) {

  /** That of this process. Those of our days speak UTF-8, whatever locale a container has. */
  public static Terminal ofProcess() {
    return new Terminal(
        System.in,
        Output.to(new FileOutputStream(FileDescriptor.out)),
        new PrintStream(System.err, false, StandardCharsets.UTF_8),
        System.getenv(),
        isInteractive(),
        Path.of(System.getProperty("caller.directory", "")),
        Texts.ofProcess());
  }

  /** From JDK 22 on there is a console wherever the streams lead; it says whether to a person. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isInteractive() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException olderJava) {
      return true;
    } catch (ReflectiveOperationException unknown) {
      return false;
    }
  }

  /** Tells something of the way. */
  public void tell(String key, Object... arguments) {
    err.println(texts.say(key, arguments));
    err.flush();
  }

  /** Where answers go; other than {@code out}, it says where nobody takes them any longer. */
  public OutputStream answers() {
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        flush();
      }

      @Override
      public void flush() throws IOException {
        if (Terminal.this.out.checkError()) {
          throw Terminal.this.out instanceof Output output && output.isPipeClosed()
              ? Failure.pipeClosed()
              : Failure.machine("failed.pipe");
        }
      }

      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }

  /** A variable of the environment that says something. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  /** A file, from where the command was typed. */
  public Path file(String name) {
    return directory.resolve(name).normalize();
  }
}

package org.grappe.cli.remote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import org.grappe.cli.terminal.Failure;
import org.grappe.cli.terminal.Terminal;
import picocli.CommandLine.Option;

/** Which service a command speaks with, and with which key. */
public final class ServiceOptions {
  private static final String USUAL = "http://localhost:8080";
  private static final String STDIN = "-";
  private final Terminal terminal;

  @Option(names = "--url", paramLabel = "URL", order = 90, descriptionKey = "option.url")
  private String url;

  @Option(names = "--key", paramLabel = "KEY", order = 91, descriptionKey = "option.key")
  private String key;

  @Option(names = "--key-file", paramLabel = "FILE", order = 92, descriptionKey = "option.key-file")
  private String keyFile;

  public ServiceOptions(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * The service.
   *
   * @throws Failure where its address or the key cannot be one
   */
  public Remote remote() {
    return remoteOr(USUAL);
  }

  /** The same, this one where none is given. */
  public Remote remoteOr(String usual) {
    String address = url == null ? terminal.variable("GRAPPE_URL").orElse(usual) : url;
    return Remote.at(ServiceAddress.of(address), key(), terminal);
  }

  /** Whether somebody has said which. */
  public boolean isGiven() {
    return url != null || terminal.variable("GRAPPE_URL").isPresent();
  }

  private Optional<Key> key() {
    if (key != null && keyFile != null) {
      throw Failure.usage("key.twice");
    }
    if (key != null) {
      return Optional.of(Key.of(key));
    }
    return Optional.ofNullable(keyFile)
        .or(() -> terminal.variable("GRAPPE_KEY").isPresent() ? Optional.empty() : fileOfVariable())
        .map(this::read)
        .or(() -> terminal.variable("GRAPPE_KEY"))
        .map(Key::of);
  }

  private Optional<String> fileOfVariable() {
    return terminal.variable("GRAPPE_KEY_FILE");
  }

  private String read(String file) {
    try {
      return file.equals(STDIN)
          ? new String(terminal.in().readAllBytes(), StandardCharsets.UTF_8)
          : Files.readString(terminal.file(file));
    } catch (IOException unreadable) {
      throw Failure.machine("key.file", file, terminal.texts().reason(unreadable));
    }
  }
}

package org.grappe.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What can be set; the README's table tells each key as an environment variable. */
@ConfigMapping(prefix = "grappe")
public interface GrappeConfig {
  /** What an administrator's key looks like: 16 to 200 visible ASCII characters. */
  String KEY_SHAPE = "[\\x21-\\x7e]{16,200}";

  /** The zone whose calendar says which day it is. */
  @WithDefault("Europe/Paris")
  ZoneId zone();

  /** An instant at which the clock stands still, for tests; the system's clock where absent. */
  Optional<Instant> now();

  /** The administrator's API key: 16 to 200 visible characters. */
  Optional<String> adminKey();

  /** Where the embedded database keeps its data. */
  @WithDefault("data")
  String dataDir();

  /** Whether the demo data set is loaded into an empty registry. */
  Optional<Boolean> demo();

  /** Origins whose pages may write and show a credential, such as {@code https://example.org}. */
  Optional<List<String>> origins();

  /** Addresses, or networks as {@code 10.0.0.0/8}, whose forwarded headers are believed. */
  Optional<List<String>> proxies();

  /** Where others find the service: {@code https://grappe.example.org}, perhaps with a path. */
  Optional<String> publicUrl();

  /** Whom to tell of a vulnerability: {@code mailto:…} or {@code https://…}. */
  Optional<String> contact();

  /** Who publishes the data, as portals of open data name him. */
  @WithDefault("Grappe")
  String publisher();

  /** Whether the log is one JSON object a line. */
  @WithDefault("false")
  boolean logJson();

  /** The pages of lists. */
  Pages pages();

  /** How long they are. */
  interface Pages {
    /** What a page has at most, about, however few items that are. */
    @WithDefault("2M")
    MemorySize bytes();
  }

  /** The files from which long answers are sent. */
  Copies copies();

  /** Where they are, and how much they may take. */
  interface Copies {
    /** What has no more rows is sent at once, without a file. */
    @WithDefault("1000")
    int rows();

    /** A directory of this instance; the system's for temporary files where absent. */
    Optional<String> dir();

    /** How much of the disk they may take together. */
    @WithDefault("1G")
    MemorySize space();

    /** How long one may wait in line before it is begun. */
    @WithDefault("60s")
    Duration line();

    /** How long a reader may read nothing. */
    @WithDefault("5m")
    Duration idle();
  }
}

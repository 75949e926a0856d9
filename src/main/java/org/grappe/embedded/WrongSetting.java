package org.grappe.embedded;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A setting that cannot be what was meant, told by its variable before a database is started:
 * Quarkus would tell it later, in codes and stack traces, and not always by name.
 */
final class WrongSetting {
  /** The settings of features, which are theirs alone. */
  static final List<String> OF_FEATURES =
      List.of(
          "org.grappe.access.LimitsConfig",
          "org.grappe.access.OidcConfig",
          "org.grappe.admission.AdmissionConfig",
          "org.grappe.cache.CacheConfig",
          "org.grappe.connection.BodiesConfig",
          "org.grappe.connection.ConnectionsConfig",
          "org.grappe.imports.ImportsConfig",
          "org.grappe.webhook.WebhookConfig");

  private WrongSetting() {}

  /** What reads a configuration as Quarkus does, and refuses a word that is not to be guessed. */
  static SmallRyeConfigBuilder strictly() {
    return ConfigUtils.configBuilder()
        .withConverter(Boolean.class, TrueOrFalse.PRIORITY, new TrueOrFalse());
  }

  /** Those of features that are wrong. */
  static Stream<Refusal> ofFeatures() {
    return OF_FEATURES.stream().flatMap(WrongSetting::of);
  }

  private static Stream<Refusal> of(String settings) {
    try {
      // who maps some of what begins with grappe knows nothing of the rest
      strictly().withMapping(Class.forName(settings)).withValidateUnknown(false).build();
      return Stream.empty();
    } catch (ConfigValidationException wrong) {
      return IntStream.range(0, wrong.getProblemCount()).mapToObj(i -> of(wrong.getProblem(i)));
    } catch (ClassNotFoundException renamed) {
      throw new IllegalStateException(renamed);
    }
  }

  /** What a mapping says of one. */
  static Refusal of(ConfigValidationException.Problem problem) {
    SmallRyeConfig config = ConfigUtils.configBuilder().build();
    String message = String.valueOf(problem.getMessage());
    return named(config, message)
        .map(
            name ->
                message.contains(TrueOrFalse.REFUSED)
                    ? of("start.true-or-false", config, name)
                    : of(config, name))
        .orElseGet(() -> Refusal.mistyped("start.configuration", message));
  }

  /** That this one has a value which it cannot have. */
  static Refusal of(SmallRyeConfig config, String name) {
    return of("start.setting", config, name);
  }

  private static Refusal of(String sentence, SmallRyeConfig config, String name) {
    String variable = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    return Refusal.mistyped(sentence, variable, config.getConfigValue(name).getRawValue());
  }

  /** The one that a message names, or else whose value it tells. */
  private static Optional<String> named(SmallRyeConfig config, String message) {
    List<String> names =
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
            .filter(name -> name.matches("grappe\\.[a-z0-9.-]+"))
            .filter(name -> String.valueOf(config.getConfigValue(name).getRawValue()).length() > 0)
            .toList();
    return names.stream()
        .filter(name -> message.contains(name))
        .findFirst()
        .or(
            () ->
                names.stream()
                    .filter(
                        name ->
                            message.contains(
                                String.valueOf(config.getConfigValue(name).getRawValue())))
                    .findFirst());
  }
}

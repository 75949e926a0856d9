package org.grappe.subsidy;

import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.with;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bodies of lines, steps and payments. */
final class Lines {
  private Lines() {}

  @SafeVarargs
  static Map<String, Object> line(String cluster, Object amount, Map<String, ?>... steps) {
    Map<String, Object> body = new LinkedHashMap<>();
    with(body, "beneficiary", Map.of("cluster", cluster), "purpose", unique("purpose"));
    if (amount != null) {
      body.put("amount", money(amount));
    }
    List<Map<String, ?>> all = new ArrayList<>();
    for (Map<String, ?> step : steps) {
      all.add(step);
    }
    return with(body, "steps", all);
  }

  static Map<String, Object> step(String status, String on) {
    Map<String, Object> body = with(new LinkedHashMap<>(), "status", status);
    return on == null ? body : with(body, "on", on);
  }

  static Map<String, Object> step(String status, String on, Object amount) {
    return with(step(status, on), "amount", money(amount));
  }

  static Map<String, Object> payment(String on, Object amount) {
    return with(new LinkedHashMap<>(), "on", on, "amount", money(amount));
  }

  static Map<String, Object> money(Object amount) {
    return Map.of("amount", new BigDecimal(amount.toString()));
  }
}

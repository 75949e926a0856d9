package org.grappe.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.yaml.snakeyaml.Yaml;

/** Where two YAML documents say different things; the order of members says nothing. */
public final class Drift {
  private final List<String> places = new ArrayList<>();

  private Drift() {}

  public static List<String> between(String one, String other) {
    Drift drift = new Drift();
    drift.compare(new Yaml().load(one), new Yaml().load(other), "");
    return drift.places;
  }

  private void compare(Object one, Object other, String at) {
    if (one instanceof Map<?, ?> ones && other instanceof Map<?, ?> others) {
      var names = new TreeSet<String>();
      ones.keySet().forEach(name -> names.add(String.valueOf(name)));
      others.keySet().forEach(name -> names.add(String.valueOf(name)));
      names.forEach(name -> compare(ones.get(name), others.get(name), at + "/" + name));
    } else if (one instanceof List<?> ones
        && other instanceof List<?> others
        && ones.size() == others.size()) {
      for (int i = 0; i < ones.size(); i++) {
        compare(ones.get(i), others.get(i), at + "/" + i);
      }
    } else if (!Objects.equals(one, other)) {
      places.add(at);
    }
  }
}

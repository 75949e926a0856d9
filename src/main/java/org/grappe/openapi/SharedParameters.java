package org.grappe.openapi;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The parameters that are told once, among the components or with a path. */
final class SharedParameters {
  private final Paths paths;

  /** Their names among the components, by place and name. */
  private final Map<String, String> shared = new HashMap<>();

  /** The references to those that stand in a path. */
  private final Set<Parameter> inPath = new HashSet<>();

  SharedParameters(OpenAPI api) {
    this.paths = api.getPaths();
    api.getComponents()
        .getParameters()
        .forEach(
            (key, parameter) -> {
              shared.put(parameter.getIn() + parameter.getName(), key);
              if (parameter.getIn() == Parameter.In.PATH) {
                inPath.add(ref(key));
              }
            });
  }

  /** The parameter, or a reference to the shared one where the resource says nothing of its own. */
  Parameter share(Parameter parameter) {
    if (parameter.getRef() != null) {
      return parameter;
    }
    String key = shared.get(parameter.getIn() + parameter.getName());
    boolean says = parameter.getIn() == Parameter.In.PATH && parameter.getDescription() != null;
    return key == null || says ? parameter : ref(key);
  }

  static Parameter ref(String key) {
    return OASFactory.createParameter().ref("#/components/parameters/" + key);
  }

  /** What stands in the path is told once for all its operations. */
  boolean isOfPath(String path, Parameter parameter) {
    PathItem item = paths.getPathItem(path);
    boolean isOf =
        parameter.getRef() != null && item.getOperations().size() > 1 && inPath.contains(parameter);
    boolean isTold = item.getParameters() != null && item.getParameters().contains(parameter);
    if (isOf && !isTold) {
      item.addParameter(parameter);
    }
    return isOf;
  }
}

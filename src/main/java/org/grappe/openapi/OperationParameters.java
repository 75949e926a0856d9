package org.grappe.openapi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Gives each operation its parameters: what a list can be asked, and the headers of its kind. */
final class OperationParameters {
  private static final String DOCUMENTS = "\\.(ics|atom)$";

  private final Paths paths;
  private final List<ApiOperation> calls;
  private final ListOperations lists;
  private final ListParameters listParameters;

  /** The names of the shared parameters, by place and name. */
  private final Map<String, String> shared = new HashMap<>();

  /** The references to those that stand in a path. */
  private final Set<Parameter> inPath = new HashSet<>();

  OperationParameters(
      OpenAPI api, List<ApiOperation> calls, ListOperations lists, DocumentTexts words) {
    this.paths = api.getPaths();
    this.calls = calls;
    this.lists = lists;
    this.listParameters = new ListParameters(api, words);
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

  void add() {
    for (ApiOperation call : calls) {
      List<Parameter> parameters = new ArrayList<>();
      call.parameters()
          .sorted(Comparator.comparing(parameter -> call.path().indexOf("{" + parameter.getName())))
          .map(this::share)
          .filter(one -> !isOfPath(call, one))
          .forEach(parameters::add);
      lists
          .of(call)
          .map(found -> listParameters.of(found.listing()))
          .or(() -> document(call.path()))
          .ifPresent(all -> all.stream().map(this::share).forEach(parameters::add));
      if (call.isOfApi()) {
        parameters.add(ref(header(call.kind())));
      }
      call.operation().setParameters(parameters.isEmpty() ? null : parameters);
    }
  }

  /** What stands in the path is told once for all its operations. */
  private boolean isOfPath(ApiOperation call, Parameter shared) {
    PathItem item = paths.getPathItem(call.path());
    boolean isOf =
        shared.getRef() != null && item.getOperations().size() > 1 && inPath.contains(shared);
    boolean isTold = item.getParameters() != null && item.getParameters().contains(shared);
    if (isOf && !isTold) {
      item.addParameter(shared);
    }
    return isOf;
  }

  /** A calendar or a feed is asked as its list is, but for pages. */
  private Optional<List<Parameter>> document(String path) {
    Set<Parameter> pages =
        path.endsWith(".atom")
            ? Set.of(ref("Cursor"), ref("Count"))
            : Set.of(ref("Cursor"), ref("Count"), ref("Limit"));
    return lists
        .at(path.replaceFirst(DOCUMENTS, ""))
        .filter(found -> !path.equals(path.replaceFirst(DOCUMENTS, "")))
        .map(found -> listParameters.of(found.listing()).stream())
        .map((Stream<Parameter> all) -> all.filter(one -> !pages.contains(one)).toList());
  }

  private static String header(ApiOperation.Kind kind) {
    return switch (kind) {
      case LIST, READ -> "IfNoneMatch";
      case CREATE, ACT -> "IdempotencyKey";
      case CHANGE, DELETE -> "IfMatch";
    };
  }

  /** The parameter, or a reference to the shared one where the resource says nothing of its own. */
  private Parameter share(Parameter parameter) {
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
}

package org.grappe.openapi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Gives each operation its parameters: what a list can be asked, and the headers of its kind. */
final class OperationParameters {
  private static final Pattern DOCUMENT = Pattern.compile("\\.(ics|atom)$");

  private final List<ApiOperation> calls;
  private final ListOperations lists;
  private final ListParameters asked;

  /** The names of the shared parameters, by place and name. */
  private final Map<String, String> shared = new HashMap<>();

  OperationParameters(
      OpenAPI api, List<ApiOperation> calls, ListOperations lists, DocumentTexts words) {
    this.calls = calls;
    this.lists = lists;
    this.asked = new ListParameters(api, words);
    api.getComponents()
        .getParameters()
        .forEach((key, parameter) -> shared.put(parameter.getIn() + parameter.getName(), key));
  }

  void add() {
    for (ApiOperation call : calls) {
      List<Parameter> parameters = new ArrayList<>();
      Stream.ofNullable(call.operation().getParameters())
          .flatMap(List::stream)
          .sorted(Comparator.comparing(parameter -> call.path().indexOf("{" + parameter.getName())))
          .map(this::share)
          .forEach(parameters::add);
      lists
          .of(call)
          .map(found -> asked.of(found.listing()))
          .or(() -> document(call))
          .ifPresent(all -> all.stream().map(this::share).forEach(parameters::add));
      if (call.isOfApi()) {
        headers(call.kind()).stream().map(OperationParameters::ref).forEach(parameters::add);
      }
      call.operation().setParameters(parameters.isEmpty() ? null : parameters);
    }
  }

  /** A calendar or a feed is asked as its list is, but for pages. */
  private Optional<List<Parameter>> document(ApiOperation call) {
    Set<String> pages =
        call.path().endsWith(".atom")
            ? Set.of("Cursor", "Count")
            : Set.of("Cursor", "Count", "Limit");
    return lists
        .at(call.path().replaceFirst("\\.(ics|atom)$", ""))
        .filter(found -> DOCUMENT.matcher(call.path()).find())
        .map(found -> asked.of(found.listing()))
        .map(
            all ->
                all.stream()
                    .filter(one -> pages.stream().noneMatch(page -> refersTo(one, page)))
                    .toList());
  }

  private static boolean refersTo(Parameter parameter, String key) {
    return String.valueOf(parameter.getRef()).endsWith("/" + key);
  }

  private static List<String> headers(ApiOperation.Kind kind) {
    return switch (kind) {
      case LIST, READ -> List.of("IfNoneMatch");
      case CREATE, ACT -> List.of("IdempotencyKey");
      case CHANGE, DELETE -> List.of("IfMatch");
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

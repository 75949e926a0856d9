package org.grappe.openapi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.grappe.http.Formats;

/** Gives each operation its parameters: what a list can be asked, and the headers of its kind. */
final class OperationParameters {
  private static final String DOCUMENTS = "\\.(ics|atom)$";

  private final List<ApiOperation> calls;
  private final ListOperations lists;
  private final ListParameters listParameters;
  private final SharedParameters shared;

  OperationParameters(
      OpenAPI api, List<ApiOperation> calls, ListOperations lists, DocumentTexts words) {
    this.calls = calls;
    this.lists = lists;
    this.listParameters = new ListParameters(api, words);
    this.shared = new SharedParameters(api);
  }

  void add() {
    for (ApiOperation call : calls) {
      List<Parameter> parameters = new ArrayList<>();
      call.parameters()
          .sorted(Comparator.comparing(parameter -> call.path().indexOf("{" + parameter.getName())))
          .map(shared::share)
          .filter(one -> !shared.isOfPath(call.path(), one))
          .forEach(parameters::add);
      lists
          .of(call)
          .map(found -> asked(call, found))
          .or(() -> document(call.path()))
          .ifPresent(all -> all.stream().map(shared::share).forEach(parameters::add));
      if (lists.of(call).isPresent() && call.answers(Formats.CSV)) {
        Stream.of("Separator", "Bom").map(SharedParameters::ref).forEach(parameters::add);
      }
      if (call.isOfApi()) {
        header(call).map(SharedParameters::ref).ifPresent(parameters::add);
      }
      call.operation().setParameters(parameters.isEmpty() ? null : parameters);
    }
  }

  private List<Parameter> asked(ApiOperation call, ListOperations.Found found) {
    if (call.kind() == OperationKind.LIST) {
      return listParameters.of(found.listing());
    }
    return Exports.isAt(call.path())
        ? listParameters.ofExport(found.listing())
        : listParameters.ofWhole(found.listing(), Set.of("sort", "Limit"));
  }

  /** A calendar or a feed is asked as its list is, but for pages. */
  private Optional<List<Parameter>> document(String path) {
    String list = path.replaceFirst(DOCUMENTS, "");
    Set<String> pages = path.endsWith(".atom") ? Set.of() : Set.of("Limit");
    return lists
        .at(list)
        .filter(found -> !path.equals(list))
        .map(found -> listParameters.ofWhole(found.listing(), pages));
  }

  private static Optional<String> header(ApiOperation call) {
    return switch (call.kind()) {
      case LIST, EXPORT, READ -> call.canRepeat() ? Optional.of("IfNoneMatch") : Optional.empty();
      case CREATE, ACT -> Optional.of("IdempotencyKey");
      case CHANGE, DELETE -> Optional.of("IfMatch");
    };
  }
}

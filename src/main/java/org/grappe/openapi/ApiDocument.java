package org.grappe.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.jboss.jandex.IndexView;

/**
 * Completes what is read from the resources: parameters of lists, answers, headers, schemas of
 * patches, words and examples, each from the one place where it is known. The parts shared by all
 * operations are written in {@code META-INF/openapi.yaml}.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ApiDocument implements OASFilter {
  private final IndexView index;

  public ApiDocument(IndexView index) {
    this.index = index;
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    DocumentTexts words = DocumentTexts.read();
    ListOperations lists = new ListOperations(api, index);
    List<ApiOperation> calls = ApiOperation.all(api, lists);
    new ReferenceSchemas(api, index).tidy();
    new SchemaNames(api, index).tidy();
    new Shorthands(api, index).tidy();
    new OperationResponses(api, calls, index, words).add();
    new Patches(api, calls).add();
    new RequiredMembers(api, calls).add();
    new OperationParameters(api, calls, lists, words).add();
    new Descriptions(api, calls, words).add();
    new Examples(api, calls, lists, words).add();
    sort(api);
  }

  /** The order of the classes on the path is no order that a reader, or a diff, should see. */
  private static void sort(OpenAPI api) {
    api.getComponents().setSchemas(new TreeMap<>(api.getComponents().getSchemas()));
    api.getComponents().setResponses(new TreeMap<>(api.getComponents().getResponses()));
    api.getComponents().setExamples(new TreeMap<>(api.getComponents().getExamples()));
    api.getPaths().setPathItems(new TreeMap<>(api.getPaths().getPathItems()));
    api.setTags(api.getTags().stream().sorted(Comparator.comparing(Tag::getName)).toList());
  }
}

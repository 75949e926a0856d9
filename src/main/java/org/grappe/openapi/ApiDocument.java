package org.grappe.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
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

  /** Every schema, wherever it stands and however deep. */
  private final List<Schema> schemas = new ArrayList<>();

  public ApiDocument(IndexView index) {
    this.index = index;
  }

  @Override
  public Schema filterSchema(Schema schema) {
    PortableSchemas.tidy(schema);
    schemas.add(schema);
    return schema;
  }

  /** Called once everything else has been visited. */
  @Override
  public void filterOpenAPI(OpenAPI api) {
    DocumentTexts words = DocumentTexts.read();
    ListOperations lists = new ListOperations(index);
    SchemaNames.tidy(api, schemas);
    RequestSchemas.tidy(api, index);
    new Exports(api).add();
    List<ApiOperation> calls = ApiOperation.all(api);
    new Patches(api, calls).add();
    new OperationParameters(api, calls, lists, words).add();
    new OperationResponses(api, calls, index, words).add();
    new Descriptions(api, calls, words).add();
    calls.forEach(OperationSecurity::add);
    new Examples(api, calls, lists, words).add();
    new RequestBodies(api, calls).close();
    new RequiredMembers(api, calls, words).add();
    new SharedParts(api, calls).share();
    new SharedMembers(api).share();
    PortableSchemas.removeUnused(api);
    SchemaParts.visit(api, new QuotedExamples());
    sort(api);
    new TagGroups(words).add(api);
  }

  /** The order of the classes on the path is no order that a reader, or a diff, should see. */
  private static void sort(OpenAPI api) {
    Components components = api.getComponents();
    components.setSchemas(new TreeMap<>(components.getSchemas()));
    components.setResponses(new TreeMap<>(components.getResponses()));
    components.setParameters(new TreeMap<>(components.getParameters()));
    api.getPaths().setPathItems(new TreeMap<>(api.getPaths().getPathItems()));
    api.setTags(api.getTags().stream().sorted(Comparator.comparing(Tag::getName)).toList());
  }
}

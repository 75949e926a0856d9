package org.grappe.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.grappe.query.Filter;
import org.grappe.query.Listing;

/** What a list can be asked, as its {@link Listing} knows it. */
final class ListParameters {
  private final OpenAPI api;
  private final DocumentTexts words;

  ListParameters(OpenAPI api, DocumentTexts words) {
    this.api = api;
    this.words = words;
  }

  /** The parameters; those that all lists share by reference. */
  List<Parameter> of(Listing<?> listing) {
    List<Parameter> parameters = new ArrayList<>();
    listing.filters().values().forEach(filter -> parameters.add(filter(filter)));
    if (listing.isSearchable()) {
      parameters.add(OperationParameters.ref("Q"));
    }
    if (listing.isTemporal()) {
      parameters.add(OperationParameters.ref("On"));
    }
    if (listing.isCiting()) {
      parameters.add(OperationParameters.ref("Source"));
    }
    parameters.add(OperationParameters.ref("UpdatedSince"));
    if (listing.isUnpaged()) {
      return parameters;
    }
    parameters.add(sort(listing));
    Stream.of("Limit", "Cursor", "Count").map(OperationParameters::ref).forEach(parameters::add);
    return parameters;
  }

  private Parameter filter(Filter filter) {
    Parameter parameter =
        OASFactory.createParameter()
            .name(filter.name())
            .in(Parameter.In.QUERY)
            .description(filter.about())
            .schema(schema(filter));
    if (filter.isList()) {
      parameter.description(
          filter.about() + " Several are set apart by commas, or the parameter repeated.");
    }
    if (!filter.choices().isEmpty()) {
      String first = filter.choices().get(0);
      parameter.example(filter.isList() ? List.of(first) : first);
    } else {
      words
          .of("parameters", filter.name())
          .or(() -> words.of("parameters", filter.kind().name()))
          .ifPresent(parameter::setExample);
    }
    return parameter;
  }

  private Schema schema(Filter filter) {
    Schema schema = OASFactory.createSchema();
    return switch (filter.kind()) {
      case CHOICES -> schema.addType(SchemaType.ARRAY).minItems(1).items(choices(filter.choices()));
      case CHOICE -> choices(filter.choices());
      case TEXTS ->
          schema
              .addType(SchemaType.ARRAY)
              .minItems(1)
              .items(OASFactory.createSchema().addType(SchemaType.STRING).maxLength(200));
      case TEXT -> schema.addType(SchemaType.STRING).minLength(1).maxLength(200);
      case ID -> schema.addType(SchemaType.STRING).format("uuid");
      case DAY -> schema.addType(SchemaType.STRING).format("date");
      case INSTANT -> schema.addType(SchemaType.STRING).format("date-time");
      case FLAG -> schema.addType(SchemaType.BOOLEAN).defaultValue(false);
      case NUMBER -> schema.addType(SchemaType.INTEGER);
    };
  }

  /** The enumeration by its name where a schema has it, else its values. */
  private Schema choices(List<String> names) {
    return api.getComponents().getSchemas().entrySet().stream()
        .filter(e -> names.equals(e.getValue().getEnumeration()))
        .map(e -> SchemaRef.to(e.getKey()))
        .findFirst()
        .orElseGet(() -> text(names));
  }

  private static Parameter sort(Listing<?> listing) {
    List<String> orders = listing.orders().stream().flatMap(o -> Stream.of(o, "-" + o)).toList();
    return OASFactory.createParameter()
        .name("sort")
        .in(Parameter.In.QUERY)
        .description("The order, `-` for descending; unknown values are last.")
        .schema(text(orders).defaultValue(listing.defaultOrder()))
        .example(listing.defaultOrder());
  }

  private static Schema text(List<String> names) {
    return OASFactory.createSchema().addType(SchemaType.STRING).enumeration(new ArrayList<>(names));
  }
}

package org.grappe.value;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/**
 * A record that another one refers to, as it is answered.
 *
 * @param id its id
 * @param name what it is called
 * @param slug the cluster's slug; absent for other records
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "Reference",
    description =
        "A record referred to: its id and what it is called; where `expand` asks for it, more.",
    properties = {
      @SchemaProperty(
          name = "siren",
          description = "An organisation's SIREN.",
          type = SchemaType.STRING),
      @SchemaProperty(
          name = "city",
          description = "Where an organisation is.",
          type = SchemaType.STRING),
      @SchemaProperty(
          name = "website",
          description = "An organisation's address on the web.",
          type = SchemaType.STRING),
      @SchemaProperty(
          name = "publisher",
          description = "Who published a source.",
          type = SchemaType.STRING),
      @SchemaProperty(
          name = "url",
          description = "Where a source is found.",
          type = SchemaType.STRING),
      @SchemaProperty(
          name = "publishedOn",
          description = "When a source was published.",
          type = SchemaType.STRING),
      @SchemaProperty(
          name = "startsOn",
          description = "The first day of an event.",
          type = SchemaType.STRING)
    })
public record Ref(
    UUID id,
    @Schema(examples = "DigitalPlace") String name,
    @Schema(description = "Clusters only.", examples = "digital-place") String slug) {}

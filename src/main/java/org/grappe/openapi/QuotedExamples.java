package org.grappe.openapi;

import com.fasterxml.jackson.databind.node.POJONode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Puts quotes around days and times of examples, which YAML 1.1 takes for no texts without them.
 */
final class QuotedExamples implements OASFilter {
  private static final Pattern MISTAKEN =
      Pattern.compile("\\d{4}-\\d{2}(-\\d{2}.*)?|\\d{1,2}(:\\d{2})+(\\.\\d*)?");

  @Override
  public Schema filterSchema(Schema schema) {
    if (schema.getBooleanSchema() == null && schema.getExamples() != null) {
      schema.setExamples(schema.getExamples().stream().map(QuotedExamples::quoted).toList());
    }
    return schema;
  }

  @Override
  public Parameter filterParameter(Parameter parameter) {
    parameter.setExample(quoted(parameter.getExample()));
    return parameter;
  }

  @Override
  public Header filterHeader(Header header) {
    header.setExample(quoted(header.getExample()));
    return header;
  }

  @Override
  public RequestBody filterRequestBody(RequestBody body) {
    quote(body.getContent());
    return body;
  }

  @Override
  public APIResponse filterAPIResponse(APIResponse answer) {
    quote(answer.getContent());
    return answer;
  }

  private static void quote(Content content) {
    if (content != null) {
      content
          .getMediaTypes()
          .values()
          .forEach(media -> media.setExample(quoted(media.getExample())));
    }
  }

  private static Object quoted(Object example) {
    if (example instanceof List<?> list) {
      return list.stream().map(QuotedExamples::quoted).toList();
    }
    if (example instanceof Map<?, ?> members) {
      Map<String, Object> all = new LinkedHashMap<>();
      members.forEach((name, value) -> all.put(String.valueOf(name), quoted(value)));
      return all;
    }
    boolean isMistaken = example instanceof String text && MISTAKEN.matcher(text).matches();
    return isMistaken ? new POJONode(new QuotedText((String) example)) : example;
  }
}

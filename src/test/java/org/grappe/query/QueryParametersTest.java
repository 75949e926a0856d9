package org.grappe.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.value.Violation;
import org.junit.jupiter.api.Test;

/** Query parameters read one by one, with all faults at the end. */
class QueryParametersTest {

  private static QueryParameters parameters(String... namesAndTexts) {
    MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      query.add(namesAndTexts[i], namesAndTexts[i + 1]);
    }
    return new QueryParameters(query, "kind"::equals);
  }

  private static List<String> faults(Problem problem) {
    return problem.faults().stream().map(Violation::key).toList();
  }

  @Test
  void what_is_given_is_read_and_what_is_not_is_empty() {
    QueryParameters parameters = parameters("limit", "07");
    assertEquals(Optional.of(7), parameters.read("limit", PageSize::read));
    assertEquals(Optional.empty(), parameters.read("on", ParameterText::day));
    parameters.end();
  }

  @Test
  void several_values_of_a_list_are_one_text() {
    QueryParameters parameters = parameters("kind", "press", "kind", "study");
    assertEquals(Optional.of("press,study"), parameters.read("kind", text -> text));
  }

  @Test
  void every_fault_is_told_at_once_and_an_unknown_parameter_names_the_problem() {
    QueryParameters parameters =
        parameters("q", "a", "on", "", "sort", "x", "sort", "y", "no", "1");
    assertEquals(Optional.empty(), parameters.read("q", ParameterText::words));
    assertEquals(Optional.empty(), parameters.read("on", ParameterText::day));
    assertEquals(Optional.empty(), parameters.read("sort", text -> text));
    Problem problem = assertThrows(Problem.class, parameters::end);
    assertEquals(ProblemType.UNKNOWN_PARAMETER, problem.type());
    assertEquals(
        List.of("parameter.q", "parameter.empty", "parameter.repeated", "parameter.unknown"),
        faults(problem));
  }

  @Test
  void what_is_ill_formed_alone_is_an_invalid_parameter() {
    QueryParameters parameters = parameters("count", "maybe");
    assertEquals(Optional.empty(), parameters.read("count", ParameterText::bool));
    assertEquals(
        ProblemType.INVALID_PARAMETER, assertThrows(Problem.class, parameters::end).type());
  }
}

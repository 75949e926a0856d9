package org.grappe.cli;

import static java.util.stream.Collectors.joining;

import java.util.Set;
import org.grappe.cli.terminal.ExitCode;
import org.grappe.cli.terminal.Terminal;
import org.grappe.embedded.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What is told of a command that was typed wrongly. */
record MistypedCommand(Terminal terminal) implements CommandLine.IParameterExceptionHandler {
  @Override
  public int handleParseException(CommandLine.ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    terminal.err().println(sentence(terminal.texts(), wrong));
    terminal.tell("usage.see-help", command.getCommandSpec().qualifiedName());
    return ExitCode.USAGE;
  }

  private static String sentence(Texts texts, CommandLine.ParameterException wrong) {
    if (wrong instanceof CommandLine.MissingParameterException missing) {
      return texts.say(
          "usage.missing",
          missing.getMissing().stream().map(MistypedCommand::name).collect(joining(", ")));
    }
    if (wrong instanceof CommandLine.UnmatchedArgumentException unmatched) {
      return texts.say("usage.unknown", String.join(" ", unmatched.getUnmatched()));
    }
    if (wrong.getArgSpec() != null && wrong.getValue() != null) {
      return texts.say("usage.value", wrong.getValue(), name(wrong.getArgSpec()))
          + known(wrong.getArgSpec());
    }
    Set<String> words = wrong.getCommandLine().getSubcommands().keySet();
    return wrong.getArgSpec() == null && !words.isEmpty()
        ? texts.say("usage.which", String.join(", ", words))
        : wrong.getMessage();
  }

  /** Those values that there are, where they can be counted. */
  private static String known(ArgSpec argument) {
    return argument.completionCandidates() == null
        ? ""
        : " (" + String.join(", ", argument.completionCandidates()) + ")";
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}

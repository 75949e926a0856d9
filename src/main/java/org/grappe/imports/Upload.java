package org.grappe.imports;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.grappe.http.Afterwards;
import org.grappe.problem.Problem;

/** One file on its way in: from the client to the disk, then to the resource. */
final class Upload {
  /** Where the routing context keeps the file, or why there is none. */
  static final String KEY = "grappe.upload";

  private final UploadKind kind;
  private final RoutingContext context;
  private final UploadBody body;
  private final UploadAttempts attempts;
  private final SpoolSpace space;
  private final ImportQueue queue;
  private final Turns turns;
  private final String caller;
  private ImportFile file;

  Upload(
      UploadKind kind,
      RoutingContext context,
      SpoolSpace space,
      ImportQueue queue,
      Turns turns,
      String caller) {
    this.kind = kind;
    this.context = context;
    this.body = new UploadBody(context, this::write);
    this.attempts = new UploadAttempts(context, this::refuse);
    this.space = space;
    this.queue = queue;
    this.turns = turns;
    this.caller = caller;
  }

  /** Asks whether it may be sent, then receives it. */
  void begin(Consumer<UnaryOperator<String>> mayBeSent) {
    UnaryOperator<String> parameters = name -> context.queryParams().get(name);
    attempts.aside(
        () -> {
          mayBeSent.accept(parameters);
          open();
        },
        this::receive);
  }

  private void open() {
    long length = body.length();
    kind.requireSize(length);
    if (file == null) {
      file = new ImportFile(kind, space, caller, queue);
    }
    if (length > kind.mostAtOnce()) {
      file.becomeLong();
    }
    file.requireRoom(length);
  }

  private void receive() {
    if (UploadBody.isAnswered(context)) {
      file.close();
      return;
    }
    Afterwards.run(context, file::release);
    body.receive(this::handOn, file::close);
  }

  private void write(byte[] bytes, Runnable then) {
    attempts.aside(() -> file.write(bytes), then);
  }

  private void refuse(Problem problem) {
    if (file == null && body.expectsContinue()) {
      context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    if (file != null) {
      file.close();
    }
    body.end();
    if (UploadBody.isAnswered(context)) {
      return;
    }
    body.discard();
    context.put(KEY, problem);
    context.next();
  }

  /** A short file is taken up at once, in its turn. */
  private void handOn() {
    if (UploadBody.isAnswered(context)) {
      file.close();
      return;
    }
    context.put(KEY, file);
    if (file.isLong()) {
      context.next();
    } else {
      turns.await(context, caller, attempts);
    }
  }

  /** The file that a request brought. */
  static ImportFile of(RoutingContext context) {
    Object upload = context.get(KEY);
    if (upload instanceof Problem problem) {
      throw problem;
    }
    return (ImportFile) upload;
  }
}

package org.grappe.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.Optional;
import org.grappe.database.Busy;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.grappe.table.ImportReport;
import org.jboss.logging.Logger;

/** Takes up one long file as the caller who sent it, and tells what became of it. */
@ApplicationScoped
class LongImport {
  private static final Logger LOG = Logger.getLogger(LongImport.class);
  private final RunningImports imports;
  private final ImportPulse pulse;
  private final Senders senders;
  private final ImportTransaction transaction;

  LongImport(
      RunningImports imports, ImportPulse pulse, Senders senders, ImportTransaction transaction) {
    this.imports = imports;
    this.pulse = pulse;
    this.senders = senders;
    this.transaction = transaction;
  }

  @ActivateRequestContext
  Void run(ImportJob job) {
    senders.become(job.sender());
    try {
      if (imports.begin(job.id())) {
        senders.checkCredential(job.sender());
        pulse.follow(job);
        transaction.run(job);
      }
    } catch (Cancelled cancelled) {
      LOG.infof("The import %s was cancelled", job.id());
    } catch (Refused refused) {
      ImportReport report = refused.report();
      end(job, report.refusal(), Optional.of(report.refused()));
    } catch (Problem refused) {
      end(job, refused, Optional.empty());
    } catch (Overtaken | Busy again) {
      end(job, Problems.of(ProblemType.UNAVAILABLE, "conflict"), Optional.empty());
    } catch (Throwable failed) {
      // an error ends this import as well, not the thread that takes up the next one
      LOG.errorf(failed, "The import %s failed", job.id());
      Problem told = Problems.of(ProblemType.INTERNAL_ERROR, "import.failed");
      end(job, told, Optional.empty());
    } finally {
      pulse.leave(job);
      job.file().close();
    }
    return null;
  }

  private void end(ImportJob job, Problem problem, Optional<ImportReport> report) {
    imports.fail(job.id(), problem, report, job.sender().language());
  }
}

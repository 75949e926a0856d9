package org.grappe.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.table.ImportReport;

/** An import that goes on after its request was answered. */
@RecordBuilder
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "FileImport",
    description = "A file that is taken up after its request was answered, and how far it is.")
public record ImportView(
    @Schema(description = "Its id, a UUID.", examples = "0198a5c2-7f1e-7a3c-8d52-3b1f0c6e9a47")
        UUID id,
    @Schema(description = "What the file is about.", examples = "SUBSIDIES") String kind,
    @Schema(description = "How it stands.") ImportStatus status,
    @Schema(description = "Whether it only reports and writes nothing.", examples = "false")
        boolean dryRun,
    @Schema(description = "Whether it takes the good lines alone.", examples = "false")
        boolean partial,
    @Schema(description = "How large the file is.", examples = "67108864") long bytes,
    @Schema(description = "How many lines have been read.", examples = "420000") long lines,
    @Schema(
            description = "How many have made a record, which all others see once it is completed.",
            examples = "0")
        long made,
    @Schema(description = "How many were left out.", examples = "3") long leftOut,
    @Schema(description = "When it was asked for.") Instant createdAt,
    @Schema(description = "When it began.") Instant startedAt,
    @Schema(description = "When it was over.") Instant endedAt,
    @Schema(
            description = "The type of the problem that ended it.",
            examples = "/problems/import-refused")
        String problem,
    @Schema(
            description = "Why it ended without being completed, in its sender's language.",
            examples = "The service stopped while it was at it; nothing of it stays.")
        String detail,
    @Schema(description = "What became of the file, once it is over.") ImportReport report) {}

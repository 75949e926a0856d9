package org.grappe.imports;

/**
 * What a feature makes of files; each of these beans is a kind of import.
 *
 * @param <R> what is told of a file at the end
 */
public interface ImportKind<R> extends UploadKind {
  /** What an import of this kind is called. */
  String name();

  /** How a file of this kind is taken up that was sent with this order. */
  ImportSteps<R> steps(ImportOrder order);
}

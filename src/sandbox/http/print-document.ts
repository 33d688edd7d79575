import { mergeDocuments } from "#contract/openapi/merge-documents.ts";
import { printOpenApi } from "#contract/openapi/openapi.ts";
import { operations } from "#contract/operations.ts";
import { stepTypes } from "#contract/step-inputs/step-types.ts";
import { chooseDialect } from "../dialect/choose-dialect.ts";
import type { SandboxOptions } from "../options.ts";

/** The OpenAPI document of what a sandbox with these options enforces. */
export function printDocumentOf({ publishedDocument, dialect }: SandboxOptions): unknown {
  const { offer } = chooseDialect(dialect);
  const own = printOpenApi({ operations: operations.flatMap((operation) => offer(operation) ?? []), stepTypes });
  return publishedDocument === undefined ? own : mergeDocuments(own, publishedDocument);
}

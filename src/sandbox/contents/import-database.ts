import { writeFileSync } from "node:fs";
import { done, type Outcome } from "../refusal.ts";
import type { Services } from "../services.ts";
import { draftPathOf, prepareDatabase, removeDatabase } from "../store/database-file.ts";

/** Write an exported database beside the one that is worked on, and see that it can take its place. Answers its path. */
export function draftDatabase({ options }: Services, bytes: Uint8Array): Outcome<string> {
  if (options.database === ":memory:") {
    return { ok: false, reason: "conflict", detail: "This sandbox is kept in memory; it has no file to be replaced." };
  }
  const draft = draftPathOf(options.database);
  writeFileSync(draft, bytes);
  const fault = prepareDatabase(draft);
  if (fault === undefined) return done(draft);
  removeDatabase(draft);
  return { ok: false, reason: "invalid", detail: `The file ${fault}`, errors: {} };
}

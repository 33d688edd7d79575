import { guideDialect } from "#sandbox/dialect/guide.ts";
import { problem, problemResponse } from "#sandbox/http/problems.ts";

/** A refusal of the host itself: it speaks for itself, whatever the sandbox in it speaks like. */
export function refuse(status: number, detail: string): Response {
  return problemResponse(problem(status, detail), guideDialect);
}

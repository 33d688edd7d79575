import type { Amounts } from "#contract/currency.ts";

/**
 * What a use case says when it will not do what was asked. Expected refusals are values; exceptions are for bugs.
 * `http/problems.ts` turns them into problem documents.
 */
export type Refusal =
  | { ok: false; reason: "invalid"; detail: string; errors: Record<string, string[]> }
  | { ok: false; reason: "insufficient-buzz"; required: number; available: Partial<Amounts>; missing: number }
  | { ok: false; reason: "payment-impossible" | "not-permitted" | "not-found" | "conflict"; detail: string };

/** The result of a use case: a value, or a refusal. */
export type Outcome<Value> = { ok: true; value: Value } | Refusal;

/** A result that is fine. */
export function done<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

/** A refusal that names one field of the request, such as `steps[0].input.width`. */
export function invalid(path: string, message: string): Refusal {
  return { ok: false, reason: "invalid", detail: message, errors: { [path]: [message] } };
}

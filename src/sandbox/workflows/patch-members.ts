import type { z } from "zod";
import { isObject } from "#contract/json.ts";
import type { JsonPatch } from "#contract/json-patch.ts";
import { errorsOf } from "#contract/problem.ts";
import { done, invalid, type Outcome, type Refusal } from "../refusal.ts";
import { applyJsonPatch } from "./apply-json-patch.ts";

/** What a patch makes of the members that it may change of a thing. Refuses any other member. */
export function patchMembers(
  thing: "workflow" | "step",
  members: Readonly<Record<string, unknown>>,
  patch: JsonPatch,
): Outcome<Record<string, unknown>> {
  const patched = applyJsonPatch(members, patch);
  if (!patched.ok) return invalid(`[${patched.index}]`, patched.message);
  const after = patched.document;
  if (!isObject(after)) return invalid("", `A ${thing} can't be replaced whole.`);
  const unknown = Object.keys(after).find((key) => !Object.hasOwn(members, key));
  return unknown === undefined ? done(after) : invalid(unknown, `"${unknown}" is no member that a patch can change.`);
}

/** Why what a patch leads to is no update. */
export function invalidPatch({ issues }: z.core.$ZodError): Refusal {
  const detail = "The patch leads to values that are not valid.";
  return { ok: false, reason: "invalid", detail, errors: errorsOf(issues) };
}

import type { Catalogue } from "#contract/catalogue/catalogue.ts";
import { validateInput } from "#contract/catalogue/validate-input.ts";
import { parsePath } from "#contract/problem.ts";
import type { JsonRemark } from "#dashboard/display/json-editor.tsx";
import { sayJsonProblem } from "#dashboard/ui/say-json-problem.ts";

/** A typed input: what it says, and what the server will not like about it; or why it is no JSON. */
export type CheckedInput = { ok: true; input: unknown; remarks: JsonRemark[] } | { ok: false; message: string };

/** Check a text against the step type of the connected server. Without a catalogue, or for a type it lacks, the server decides. */
export function checkInput(text: string, stepType: string, catalogue: Catalogue | undefined): CheckedInput {
  try {
    const input: unknown = JSON.parse(text);
    const known = catalogue?.stepTypes.find(({ type }) => type === stepType);
    const errors = known ? validateInput(known.input, input) : {};
    const remarks = Object.entries(errors).map(
      ([path, message]): JsonRemark => ({ path: parsePath(path), message, severity: "warning" }),
    );
    return { ok: true, input, remarks };
  } catch (error) {
    return { ok: false, message: `This is no JSON yet. ${sayJsonProblem(error, text)}` };
  }
}

import type * as z from "zod/mini";
import { withValueAt } from "./reference.ts";
import { fieldIssues, meantChoices } from "./step-inputs/input-issues.ts";

/**
 * Parse what a caller wrote. A choice that is spelled otherwise (`"Automatic"`, `"Blue"`) counts as what it means, as in
 * the inputs of steps: .NET reads its enumerations in any case.
 */
export function parseAsMeant<Schema extends z.ZodMiniType>(
  schema: Schema,
  given: unknown,
): z.core.util.SafeParseResult<z.output<Schema>> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed;
  const meant = meantChoices(
    fieldIssues(parsed.error.issues, () => false),
    given,
  );
  if (meant.length === 0) return parsed;
  return parseAsMeant(
    schema,
    meant.reduce<unknown>((whole, { path, choice }) => withValueAt(whole, path, choice), given),
  );
}

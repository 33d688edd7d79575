import type { CatalogueStepType } from "../catalogue/catalogue.ts";
import { compileCatalogue, outputSchemaOf } from "../catalogue/compile-catalogue.ts";
import { type DocumentReader, readDocument, type Schema } from "../catalogue/document.ts";
import { normaliseInput } from "../catalogue/normalise-input.ts";
import { resolveNode } from "../catalogue/resolve-node.ts";
import { validateInput } from "../catalogue/validate-input.ts";
import { droppedFields } from "../dropped-fields.ts";
import { parsePath, printPath } from "../problem.ts";
import type { CheckedInput } from "../step-inputs/check-step-input.ts";

/** A step type as an OpenAPI document describes it. */
export type PublishedStep = {
  stepType: CatalogueStepType;
  /** The schema of what it delivers, to be read with `reader`. */
  output: Schema | undefined;
  reader: DocumentReader;
};

/** The step types of a published document, by their names on the wire. */
export function readPublishedSteps(document: unknown): ReadonlyMap<string, PublishedStep> {
  const reader = readDocument(document);
  return new Map(
    compileCatalogue(document).stepTypes.map((stepType) => [
      stepType.type,
      { stepType, output: outputSchemaOf(reader, stepType.type), reader },
    ]),
  );
}

/**
 * Check an input against a published step type: the variant by its discriminators, then its fields, one message for
 * each mistake. `place` is put before each path, such as `steps[0].input`.
 */
export function checkPublishedInput(
  { stepType }: PublishedStep,
  input: unknown,
  place: readonly PropertyKey[] = [],
): CheckedInput {
  const errors = Object.entries(validateInput(stepType.input, input));
  if (errors.length > 0) {
    const placed = errors.map(([path, message]) => [printPath([...place, ...parsePath(path)]), [message]]);
    return { ok: false, errors: Object.fromEntries(placed) };
  }
  const kept = normaliseInput(stepType.input, input);
  return { ok: true, input: kept, dropped: droppedFields(input, kept, place) };
}

/** The discriminators by which an input chose its variant, such as `["engine", "ecosystem"]`, as far as they are known. */
export function chosenVariant({ stepType }: PublishedStep, input: unknown): string[] {
  return resolveNode(stepType.input, input)
    .choices.filter(({ option }) => option !== undefined)
    .map(({ choice }) => choice.discriminator);
}

/** The first choice that an input leaves open or makes wrongly: its discriminator, and what could be chosen. */
export function openChoice({ stepType }: PublishedStep, input: unknown): OpenChoice | undefined {
  const open = resolveNode(stepType.input, input).choices.find(({ option }) => option === undefined)?.choice;
  return open && { discriminator: open.discriminator, values: open.options.map(({ value }) => value) };
}

export type OpenChoice = { discriminator: string; values: string[] };

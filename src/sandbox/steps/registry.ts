import { printPath } from "#contract/problem.ts";
import {
  checkPublishedInput,
  chosenVariant,
  type OpenChoice,
  openChoice,
  readPublishedSteps,
} from "#contract/published/published-steps.ts";
import { type CheckedInput, checkStepInput } from "#contract/step-inputs/check-step-input.ts";
import { findStepType } from "#contract/step-inputs/step-types.ts";
import { builtInHandlers } from "./built-in-handlers.ts";
import { publishedHandler } from "./published/published-handler.ts";
import type { StepHandler } from "./step-handler.ts";

/** What a step of some type and variant is checked with and run by. */
export type RunnableStep = {
  handler: StepHandler;
  /** Check an input; `place` is put before each path of an error. */
  check(input: unknown, place: readonly PropertyKey[]): CheckedInput;
};

/** The step types of a sandbox. */
export type StepRegistry = {
  /** Their names on the wire. */
  types: readonly string[];
  /** What runs a step of this type with such an input; `undefined` for an unknown type. */
  find(type: string, input: unknown): RunnableStep | undefined;
};

/**
 * The built-in step types, and with a published document all others of it, and the variants that a built-in type lacks.
 * Source: decisions, "Step types".
 */
export function createStepRegistry(
  publishedDocument?: unknown,
  handlers: ReadonlyMap<string, StepHandler> = builtInHandlers,
): StepRegistry {
  const builtIn = new Map([...handlers].map(([type, handler]) => [type, runBuiltIn(type, handler)]));
  const published = publishedDocument === undefined ? new Map() : readPublishedSteps(publishedDocument);
  const runnable = new Map(
    [...published].map(([type, step]) => [
      type,
      {
        handler: publishedHandler(step),
        check: (input: unknown, place: readonly PropertyKey[]) => checkPublishedInput(step, input, place),
        variantOf: (input: unknown) => chosenVariant(step, input),
        openChoiceOf: (input: unknown) => openChoice(step, input),
      },
    ]),
  );
  return {
    types: [...new Set([...builtIn.keys(), ...published.keys()])],
    find(type, input) {
      const [own, other] = [builtIn.get(type), runnable.get(type)];
      if (!own || !other) return own ?? other;
      if (lacksVariant(own, other.variantOf(input), input)) return other;
      return { ...own, check: (given, place) => nameOthers(own.check(given, place), other.openChoiceOf(given), place) };
    },
  };
}

/** Whether the built-in type refuses the very choice of the variant, which the published one knows. */
function lacksVariant(own: RunnableStep, variant: readonly string[], input: unknown): boolean {
  const checked = own.check(input, []);
  return !checked.ok && variant.some((discriminator) => printPath([discriminator]) in checked.errors);
}

/** Where a choice is refused, the message of the built-in type names its own variants; the published ones are there too. */
function nameOthers(checked: CheckedInput, open: OpenChoice | undefined, place: readonly PropertyKey[]): CheckedInput {
  const path = printPath([...place, open?.discriminator ?? ""]);
  const [message] = checked.ok ? [] : (checked.errors[path] ?? []);
  if (checked.ok || !open || message === undefined) return checked;
  const named = message.split(/[^\w.-]+/);
  const others = open.values.filter((value) => !named.includes(value));
  if (others.length === 0) return checked;
  const whole = `${message} The published document adds ${others.join(", ")}.`;
  return { ok: false, errors: { ...checked.errors, [path]: [whole] } };
}

function runBuiltIn(type: string, handler: StepHandler): RunnableStep {
  const schema = findStepType(type)?.input;
  if (!schema) throw new Error(`The handler of ${type} has no step type.`);
  return { handler, check: (input, place) => checkStepInput(schema, input, place) };
}

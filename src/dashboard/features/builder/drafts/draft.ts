import * as z from "zod/mini";
import { currencySchema } from "#contract/currency.ts";
import { jsonObjectSchema } from "#contract/json.ts";
import { prioritySchema } from "#contract/step.ts";
import { upgradeModeSchema } from "#contract/workflow.ts";
import { stepTypeName } from "#dashboard/display/words.ts";
import { type Chain, emptyChain, newExternalId } from "../chain.ts";

const chainSchema = z.object({
  steps: z.array(
    z.object({
      key: z.string(),
      type: z.string(),
      name: z.string(),
      isUnnamed: z.optional(z.boolean()),
      input: z.optional(z.unknown()),
      rest: z.optional(jsonObjectSchema),
      priority: z.optional(prioritySchema),
      timeout: z.optional(z.string()),
      retries: z.optional(z.number()),
      parked: z.record(z.string(), z.unknown()),
    }),
  ),
  settings: z.object({
    name: z.string(),
    tags: z.array(z.string()),
    mature: z.enum(["allow", "sfw", "by-currency"]),
    upgradeMode: z.optional(upgradeModeSchema),
    currencies: z.optional(z.array(currencySchema)),
    metadataText: z.string(),
    waitSeconds: z.optional(z.number()),
    rest: z._default(jsonObjectSchema, {}),
  }),
  externalId: z.string(),
});

const draftSchema = z.object({
  id: z.string().check(z.minLength(1)),
  connectionId: z.string(),
  chain: chainSchema,
  /** Milliseconds since 1970. */
  savedAt: z.number(),
});

/** A chain that was not run yet, of one connection. */
export type Draft = { id: string; connectionId: string; chain: Chain; savedAt: number };

/** A draft as it was kept, or `undefined` when it is none, such as one of another version. */
export function readDraft(kept: unknown): Draft | undefined {
  const read = draftSchema.safeParse(kept);
  return read.success ? read.data : undefined;
}

/** Another draft of a connection. */
export function newDraft(connectionId: string, chain: Chain = emptyChain(), id: string = crypto.randomUUID()): Draft {
  return { id, connectionId, chain, savedAt: Date.now() };
}

/** The chain of a draft as another draft starts with it: its run is another one, which an id of its own tells apart. */
export function copyOfChain({ chain }: Pick<Draft, "chain">): Chain {
  return { ...chain, externalId: newExternalId() };
}

/** Whether there is nothing in it that anyone would miss. */
export function isEmptyDraft({ steps, settings }: Chain): boolean {
  return steps.length === 0 && settings.name.trim() === "" && settings.metadataText.trim() === "";
}

/** What a draft is called in a list: its name, else its steps. */
export function draftTitle({ chain }: Pick<Draft, "chain">): string {
  const { settings, steps } = chain;
  if (settings.name.trim() !== "") return settings.name.trim();
  return steps.length === 0 ? "Empty draft" : steps.map(({ type }) => stepTypeName(type)).join(", ");
}

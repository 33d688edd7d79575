import { chargedByCurrency } from "#contract/cost.ts";
import { currencies, spendingOrder } from "#contract/currency.ts";
import { isObject } from "#contract/json.ts";
import type { Workflow } from "#contract/workflow.ts";
import type { RepeatableTemplate } from "#dashboard/api/submit-workflow.ts";
import { type Chain, type ChainSettings, defaultSettings, emptyChain, freeName, type MaturePolicy } from "./chain.ts";

/** The metadata that a chain carries, or why its text is none. */
export type ReadMetadata = { ok: true; metadata: Record<string, unknown> } | { ok: false; message: string };

/** Read the metadata text; empty is no metadata. The name is a member of it. */
export function readMetadata({ metadataText, name }: ChainSettings): ReadMetadata {
  const named = name.trim() === "" ? {} : { name: name.trim() };
  if (metadataText.trim() === "") return { ok: true, metadata: named };
  try {
    const value: unknown = JSON.parse(metadataText);
    if (!isObject(value)) return { ok: false, message: 'Metadata is a JSON object, such as {"customer": "acme"}.' };
    return { ok: true, metadata: { ...value, ...named } };
  } catch (error) {
    return { ok: false, message: `This is not JSON yet. ${error instanceof Error ? error.message : ""}`.trim() };
  }
}

/** The chain as it is sent; `undefined` while there is nothing that could be. */
export function toTemplate(chain: Chain): RepeatableTemplate | undefined {
  const read = readMetadata(chain.settings);
  if (chain.steps.length === 0 || !read.ok) return undefined;
  const { tags, mature, upgradeMode, currencies: order } = chain.settings;
  return {
    steps: chain.steps.map(({ type, name, input, priority, timeout, retries }) => ({
      $type: type,
      name,
      ...(priority ? { priority } : {}),
      ...(timeout ? { timeout } : {}),
      ...(retries === undefined ? {} : { retries }),
      input,
    })),
    ...(tags.length > 0 ? { tags } : {}),
    ...(Object.keys(read.metadata).length > 0 ? { metadata: read.metadata } : {}),
    ...(mature === "by-currency" ? {} : { allowMatureContent: mature === "allow" }),
    upgradeMode,
    currencies: order,
    externalId: chain.externalId,
  };
}

/** The chain of a past workflow, to be edited and run again: a new draft with the inputs as they were written. */
export function fromWorkflow(workflow: Workflow): Chain {
  const { name, ...metadata } = workflow.metadata ?? {};
  const named = typeof name === "string" ? { name } : {};
  const others = typeof name === "string" || name === undefined ? metadata : { name, ...metadata };
  const order = spendingOrder(workflow.currencies);
  const steps: Chain["steps"] = [];
  for (const step of workflow.steps) {
    steps.push({
      key: crypto.randomUUID(),
      type: step.$type,
      name: freeName(step.name, steps),
      input: step.input ?? {},
      parked: {},
      ...(step.priority ? { priority: step.priority } : {}),
      ...(step.timeout ? { timeout: step.timeout } : {}),
      ...(typeof step.retries === "number" ? { retries: step.retries } : {}),
    });
  }
  return {
    ...emptyChain(),
    steps,
    settings: {
      ...defaultSettings,
      ...named,
      tags: workflow.tags ?? [],
      mature: policyOf(workflow),
      upgradeMode: workflow.upgradeMode ?? defaultSettings.upgradeMode,
      currencies: order.length > 0 ? order : [...currencies],
      metadataText: Object.keys(others).length > 0 ? JSON.stringify(others, null, 2) : "",
    },
  };
}

/**
 * The policy that a past workflow was sent with. The answer carries the resolved one and not what was asked for: only
 * yellow paid and mature output was not allowed, or yellow was the only currency listed and it was, can't have come
 * about by itself. Source: decisions, "Submitting".
 */
function policyOf({ allowMatureContent, currencies: listed, transactions }: Workflow): MaturePolicy {
  const charged = chargedByCurrency(transactions);
  const isYellowOnly = charged !== undefined && charged.yellow > 0 && charged.blue + charged.green === 0;
  if (allowMatureContent === false && isYellowOnly) return "sfw";
  return allowMatureContent === true && listed?.length === 1 && listed[0] === "yellow" ? "allow" : "by-currency";
}

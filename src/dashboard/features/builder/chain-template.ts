import { chargedByCurrency } from "#contract/cost.ts";
import { currencies, currencySchema, spendingOrder } from "#contract/currency.ts";
import { isObject } from "#contract/json.ts";
import { stepNameOf } from "#contract/reference.ts";
import { prioritySchema } from "#contract/step.ts";
import { upgradeModeSchema, type Workflow } from "#contract/workflow.ts";
import { withoutOwnRecords } from "#dashboard/api/own-records.ts";
import type { RepeatableTemplate } from "#dashboard/api/submit-workflow.ts";
import { sayJsonProblem } from "#dashboard/ui/say-json-problem.ts";
import {
  type Chain,
  type ChainSettings,
  type DraftStep,
  defaultSettings,
  emptyChain,
  type MaturePolicy,
} from "./chain.ts";

/** The metadata that a chain carries, or why its text is none. */
export type ReadMetadata = { ok: true; metadata: Record<string, unknown> } | { ok: false; message: string };

/** A request body as people write it: steps, and whatever else. */
export type WrittenTemplate = Record<string, unknown> & { steps: unknown[] };

/** Read the metadata text; empty is no metadata. The name is a member of it. */
export function readMetadata({ metadataText, name }: ChainSettings): ReadMetadata {
  const named = name.trim() === "" ? {} : { name: name.trim() };
  if (metadataText.trim() === "") return { ok: true, metadata: named };
  try {
    const value: unknown = JSON.parse(metadataText);
    if (!isObject(value)) return { ok: false, message: 'Metadata is a JSON object, such as {"customer": "acme"}.' };
    return { ok: true, metadata: { ...value, ...named } };
  } catch (error) {
    return { ok: false, message: `This is not JSON yet. ${sayJsonProblem(error, metadataText)}` };
  }
}

/** The chain as it is written, without the draft's own `externalId`; `undefined` while its metadata is no JSON. */
export function writeTemplate(chain: Chain): WrittenTemplate | undefined {
  const read = readMetadata(chain.settings);
  if (!read.ok) return undefined;
  const { tags, mature, upgradeMode, currencies: order, rest, metadataText } = chain.settings;
  const hasMetadata = Object.keys(read.metadata).length > 0 || metadataText.trim() !== "";
  return {
    ...rest,
    steps: chain.steps.map(writeStep),
    ...(tags.length > 0 ? { tags } : {}),
    ...(hasMetadata ? { metadata: read.metadata } : {}),
    ...(mature === "by-currency" ? {} : { allowMatureContent: mature === "allow" }),
    ...(upgradeMode === undefined ? {} : { upgradeMode }),
    ...(order === undefined ? {} : { currencies: order }),
  };
}

/** The chain as it is sent; `undefined` while there is nothing that could be. */
export function toTemplate(chain: Chain): RepeatableTemplate | undefined {
  const written = chain.steps.length === 0 ? undefined : writeTemplate(chain);
  // What an import brought along and no schema fits is the server's to refuse; it says so at its field.
  return written && ({ externalId: chain.externalId, ...written } as RepeatableTemplate);
}

function writeStep(step: DraftStep, index: number): Record<string, unknown> {
  const { type, name, isUnnamed, input, priority, timeout, retries, rest } = step;
  return {
    ...rest,
    $type: type,
    ...(isUnnamed && name === stepNameOf({}, index) ? {} : { name }),
    ...(priority ? { priority } : {}),
    ...(timeout ? { timeout } : {}),
    ...(retries === undefined ? {} : { retries }),
    ...(input === undefined ? {} : { input }),
  };
}

/**
 * The chain that a request body stands for. Nothing of it is lost: members that the workbench has no place for, or whose
 * values do not fit there, are kept beside and sent as they came. Steps keep the keys of `before` by their names.
 */
export function readTemplate(template: WrittenTemplate, before: Chain = emptyChain()): Chain {
  const { steps, metadata, tags, allowMatureContent, upgradeMode, currencies: order, ...rest } = template;
  const lifted: Partial<ChainSettings> = {};
  const lift = (isFitting: boolean, member: Partial<ChainSettings>, raw: Record<string, unknown>) =>
    isFitting ? Object.assign(lifted, member) : Object.assign(rest, dropUndefined(raw));
  const [mode, listed] = [upgradeModeSchema.safeParse(upgradeMode), readCurrencies(order)];
  lift(isTagList(tags), { tags: isTagList(tags) ? tags : [] }, { tags });
  lift(isObject(metadata), isObject(metadata) ? liftName(metadata) : {}, { metadata });
  lift(
    typeof allowMatureContent === "boolean",
    { mature: allowMatureContent === true ? "allow" : "sfw" },
    { allowMatureContent },
  );
  lift(mode.success, { upgradeMode: mode.data }, { upgradeMode });
  lift(listed !== undefined, { currencies: listed }, { currencies: order });
  return {
    steps: readSteps(steps, before.steps),
    settings: {
      ...defaultSettings,
      upgradeMode: undefined,
      currencies: undefined,
      waitSeconds: before.settings.waitSeconds,
      ...lifted,
      rest,
    },
    externalId: before.externalId,
  };
}

function readSteps(steps: readonly unknown[], before: readonly DraftStep[]): DraftStep[] {
  const known = new Map(before.map((step) => [step.name, step]));
  return steps.map((step, index) => {
    const members = isObject(step) ? step : {};
    const { $type, name: given, input, priority, timeout, retries, ...rest } = members;
    const isNamed = typeof given === "string" && given !== "";
    const name = isNamed ? given : stepNameOf({}, index);
    const { key, parked } = known.get(name) ?? { key: crypto.randomUUID(), parked: {} };
    known.delete(name);
    const [rank, others] = [prioritySchema.safeParse(priority), { ...rest }];
    if (!rank.success && priority !== undefined) others.priority = priority;
    if (typeof timeout !== "string" && timeout !== undefined) others.timeout = timeout;
    if (typeof retries !== "number" && retries !== undefined) others.retries = retries;
    return {
      key,
      type: typeof $type === "string" ? $type : "",
      name,
      ...(isNamed ? {} : { isUnnamed: true }),
      input,
      parked,
      ...(rank.success ? { priority: rank.data } : {}),
      ...(typeof timeout === "string" ? { timeout } : {}),
      ...(typeof retries === "number" ? { retries } : {}),
      ...(Object.keys(others).length > 0 ? { rest: others } : {}),
    };
  });
}

/** The chain of a past workflow, to be edited and run again: a new draft with the inputs as they were written. */
export function fromWorkflow(workflow: Workflow): Chain {
  const { tags, upgradeMode, arguments: values, callbacks, tips } = workflow;
  const metadata = withoutOwnRecords(workflow.metadata ?? {});
  const order = spendingOrder(workflow.currencies);
  const hasTips = (tips?.civitai ?? 0) + (tips?.creators ?? 0) > 0;
  const policy = policyOf(workflow);
  return readTemplate({
    steps: workflow.steps.map(({ $type, name, input, priority, timeout, retries, metadata: about }) => ({
      ...{ $type, name, input: input ?? {} },
      ...dropUndefined({
        priority: priority ?? undefined,
        timeout: timeout ?? undefined,
        retries: retries ?? undefined,
      }),
      ...(about && Object.keys(about).length > 0 ? { metadata: about } : {}),
    })),
    ...(Object.keys(metadata).length > 0 ? { metadata } : {}),
    ...(tags && tags.length > 0 ? { tags } : {}),
    ...(policy === "by-currency" ? {} : { allowMatureContent: policy === "allow" }),
    upgradeMode: upgradeMode ?? defaultSettings.upgradeMode,
    currencies: order.length > 0 ? order : [...currencies],
    ...(values && Object.keys(values).length > 0 ? { arguments: values } : {}),
    ...(callbacks && callbacks.length > 0 ? { callbacks } : {}),
    ...(hasTips ? { tips } : {}),
  });
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

/** The name has a field of its own; one that the field would change stays in the text. */
function liftName(metadata: Record<string, unknown>): Pick<ChainSettings, "name" | "metadataText"> {
  const { name, ...others } = metadata;
  const isPlain = typeof name === "string" && name !== "" && name.trim() === name;
  const text = isPlain ? others : metadata;
  const isEmpty = isPlain && Object.keys(others).length === 0;
  return { name: isPlain ? name : "", metadataText: isEmpty ? "" : JSON.stringify(text, null, 2) };
}

function isTagList(tags: unknown): tags is string[] {
  return Array.isArray(tags) && tags.length > 0 && tags.every((tag) => typeof tag === "string");
}

function readCurrencies(order: unknown): ChainSettings["currencies"] {
  if (!Array.isArray(order) || order.length === 0 || new Set(order).size < order.length) return undefined;
  const read = order.map((currency) => currencySchema.safeParse(currency).data);
  const known = read.filter((currency) => currency !== undefined);
  return known.length === order.length ? known : undefined;
}

function dropUndefined(members: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

import { isObject } from "#contract/json.ts";
import type { Chain, ChainSettings } from "./chain.ts";
import { changeSettings } from "./chain.ts";

/** The settings with a member of the request set, or without it. */
export function withRest(settings: ChainSettings, name: string, value: unknown): Pick<ChainSettings, "rest"> {
  const { [name]: _, ...others } = settings.rest;
  return { rest: value === undefined ? others : { ...others, [name]: value } };
}

/** The workflow's arguments, by name. */
export function argumentsOf({ rest }: ChainSettings): Record<string, unknown> {
  return isObject(rest.arguments) ? rest.arguments : {};
}

/** The chain with another argument, under the wished name or the next free one. */
export function addArgument(chain: Chain, wish: string, value: unknown): { chain: Chain; name: string } {
  const values = argumentsOf(chain.settings);
  const name = freeArgumentName(chain, wish);
  const settings = withRest(chain.settings, "arguments", { ...values, [name]: value });
  return { chain: changeSettings(chain, settings), name };
}

/** A name that no argument has yet: `prompt`, `prompt2`, ... */
export function freeArgumentName({ settings }: Pick<Chain, "settings">, wish: string): string {
  const values = argumentsOf(settings);
  const base = wish.replace(/\W/g, "") || "value";
  if (!(base in values)) return base;
  let count = 2;
  while (`${base}${count}` in values) count += 1;
  return `${base}${count}`;
}

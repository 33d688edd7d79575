/** An AIR: `urn:air:{ecosystem}:{type}:{source}:{id}@{version}`, with the version and a format left out where there is none. */
const air = /^urn:air:[\w.-]+:[\w.-]+:[\w.-]+:[^\s@:]+(@[^\s@:]+)?(:[\w.-]+)?(\.[\w]+)?$/i;

/** A model by its maker and name, such as `openai/gpt-oss-120b`: language models go by these. Source: guide, "The per-recipe path". */
const makersName = /^[\w.-]+\/[\w.:-]+$/;

/** What is odd about a text where an AIR is expected; `undefined` for one, and for nothing. A server may take other names, too. */
export function airDoubt(text: string): string | undefined {
  if (text === "" || air.test(text) || makersName.test(text)) return undefined;
  return "This does not look like an AIR, such as urn:air:sdxl:checkpoint:civitai:101055@128078. Check it before you pay.";
}
